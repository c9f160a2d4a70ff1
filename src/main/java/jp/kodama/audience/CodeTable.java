package jp.kodama.audience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of codes under {@code config/}: UTF-8, a line per row, fields parted by commas
 * that no field holds, {@code #} opens a comment, the first line names the columns.
 */
public final class CodeTable {

	private CodeTable() {
	}

	/**
	 * Reads one.
	 * @return a map from column to field for each row
	 * @throws IllegalStateException naming file and line, if it cannot be read or a row
	 * is too long or too short
	 */
	public static List<Map<String, String>> read(Path file) {
		List<Map<String, String>> rows = new ArrayList<>();
		String[] columns = null;
		int number = 0;
		for (String line : lines(file)) {
			number++;
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			String[] fields = line.split(",", -1);
			if (columns == null) {
				columns = fields;
				continue;
			}
			if (fields.length != columns.length) {
				throw new IllegalStateException(file + ":" + number + ": " + fields.length + " fields instead of "
						+ columns.length + ": " + line);
			}
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < fields.length; i++) {
				row.put(columns[i], fields[i].strip());
			}
			rows.add(row);
		}
		return rows;
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex.getMessage(), ex);
		}
	}

}
