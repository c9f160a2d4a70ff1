package jp.kodama.audience.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.audience.residents.ContactChannels;

/**
 * Which column is where.
 *
 * @param columns column → place
 * @param addresses channel → place
 * @param width how many fields a row has
 */
record Header(Map<Column, Integer> columns, Map<ContactChannel, Integer> addresses, int width) {

	/**
	 * Reads a file's first line.
	 * @throws UnusableFile naming the columns that are not known, doubled or missing
	 */
	static Header of(String[] names, ContactChannels channels) {
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		Map<ContactChannel, Integer> addresses = new LinkedHashMap<>();
		List<String> strange = new ArrayList<>();
		for (int i = 0; i < names.length; i++) {
			String name = names[i].strip();
			int place = i;
			boolean known = Column.named(name).map((one) -> columns.putIfAbsent(one, place) == null).orElse(false)
					|| channels.named(name).map((one) -> addresses.putIfAbsent(one, place) == null).orElse(false);
			if (!known) {
				strange.add("「" + ((name.length() > 30) ? name.substring(0, 30) + "…" : name) + "」");
			}
		}
		if (!strange.isEmpty() || !columns.containsKey(Column.NUMBER)) {
			String wrong = strange.isEmpty() ? "「番号」がありません / no column 番号 (number)"
					: "知らない、または重なる列です / unknown or doubled: " + String.join("", strange);
			throw new UnusableFile(
					"1行目の見出し / header: " + wrong + "。使える列 / columns: " + String.join(",", names(channels)));
		}
		return new Header(columns, addresses, names.length);
	}

	/** All that a file may have, in the order of an export. */
	static List<String> names(ContactChannels channels) {
		return Stream
			.concat(Arrays.stream(Column.values()).map(Column::japanese),
					channels.all().stream().map(ContactChannel::japanese))
			.toList();
	}

	/** A row's field; empty where the file has no such column. */
	String field(String[] row, Column column) {
		Integer place = this.columns.get(column);
		return (place != null) ? Formula.read(row[place].strip()) : "";
	}

}
