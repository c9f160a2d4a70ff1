package jp.kodama.audience.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a backup.
 *
 * @param table one of {@link #TABLES}
 * @param columns column → text or number
 */
record BackupRow(String table, Map<String, Object> columns) {

	/** Table → which rows; emptied in this order before a restore. */
	static final Map<String, String> TABLES = tables();

	private static final JsonMapper JSON = new JsonMapper();

	private static Map<String, String> tables() {
		Map<String, String> tables = new LinkedHashMap<>();
		tables.put("resident_group", "1 = 1");
		tables.put("suppression", "1 = 1");
		tables.put("recipient", "sample = 0");
		tables.put("resident", "1 = 1");
		return Collections.unmodifiableMap(tables);
	}

	static BackupRow of(String table, ResultSet row) throws SQLException {
		Map<String, Object> columns = new LinkedHashMap<>();
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			columns.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
		}
		return new BackupRow(table, columns);
	}

	/**
	 * From its line.
	 * @throws IllegalArgumentException if it belongs in no table of ours
	 */
	static BackupRow read(String line) {
		JsonNode row = JSON.readTree(line);
		String table = row.path("table").asString("");
		Map<String, Object> columns = new LinkedHashMap<>();
		row.properties().forEach((column) -> {
			if (!column.getKey().equals("table")) {
				JsonNode value = column.getValue();
				columns.put(column.getKey(), value.isNumber() ? (Object) value.asLong() : value.asString(""));
			}
		});
		if (!TABLES.containsKey(table) || !columns.keySet().stream().allMatch((name) -> name.matches("[a-z_]{1,30}"))) {
			throw new IllegalArgumentException("知らない表や列です / unknown table or column: " + table);
		}
		return new BackupRow(table, columns);
	}

	/** Its line. */
	String text() {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("table", this.table);
		line.putAll(this.columns);
		return JSON.writeValueAsString(line);
	}

	/** Whether one statement writes both. */
	boolean like(BackupRow other) {
		return this.table.equals(other.table) && this.columns.keySet().equals(other.columns.keySet());
	}

	String insert() {
		return "INSERT INTO " + this.table + " (" + String.join(", ", this.columns.keySet()) + ") VALUES ("
				+ String.join(", ", Collections.nCopies(this.columns.size(), "?")) + ") ON CONFLICT DO NOTHING";
	}

	Object[] values() {
		return this.columns.values().toArray();
	}

}
