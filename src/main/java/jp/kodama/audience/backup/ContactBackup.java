package jp.kodama.audience.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Residents, their groups and addresses with their numbers, and what is suppressed: a
 * line of JSON per row, {@code {"table": …, column: value, …}}. Numbers stay, so receipts
 * of the past still name the same people. What is not there: receipts, and the audit
 * chain, which the store's own backup holds.
 */
public final class ContactBackup {

	/** Table → which rows; deleted in this order before a restore. */
	private static final Map<String, String> TABLES = tables();

	private static final int AT_ONCE = 500;

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	public ContactBackup(JdbcTemplate jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	private static Map<String, String> tables() {
		Map<String, String> tables = new LinkedHashMap<>();
		tables.put("resident_group", "1 = 1");
		tables.put("suppression", "1 = 1");
		tables.put("recipient", "sample = 0");
		tables.put("resident", "1 = 1");
		return Collections.unmodifiableMap(tables);
	}

	/**
	 * Writes it, encrypted.
	 * @return how many rows
	 */
	public long write(OutputStream file, String passphrase) throws IOException {
		long[] rows = { 0 };
		try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
				new GZIPOutputStream(new EncryptingStream(file, FileKey.fresh(passphrase))), StandardCharsets.UTF_8))) {
			TABLES.forEach((table, which) -> this.jdbc.query("SELECT * FROM " + table + " WHERE " + which, (row) -> {
				line(writer, table, row);
				rows[0]++;
			}));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return rows[0];
	}

	private static void line(BufferedWriter writer, String table, ResultSet row) throws SQLException {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("table", table);
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			line.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
		}
		try {
			writer.write(JSON.writeValueAsString(line) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads it to its end and proves that it is whole; changes nothing. */
	public long check(InputStream file, String passphrase) throws IOException {
		long rows = 0;
		try (BufferedReader reader = open(file, passphrase)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				table(JSON.readTree(line));
				rows++;
			}
		}
		return rows;
	}

	/** How many residents and addresses of theirs there are: a restore replaces them. */
	public long present() {
		Long present = this.jdbc.queryForObject(
				"SELECT (SELECT COUNT(*) FROM resident) + (SELECT COUNT(*) FROM recipient WHERE sample = 0)",
				Long.class);
		return (present != null) ? present : 0;
	}

	/**
	 * Puts all of it in the place of what there is; prove it with {@link #check} first.
	 */
	public long restore(InputStream file, String passphrase) throws IOException {
		TABLES.forEach((table, which) -> this.transactions
			.executeWithoutResult((tx) -> this.jdbc.update("DELETE FROM " + table + " WHERE " + which)));
		long rows = 0;
		try (BufferedReader reader = open(file, passphrase)) {
			List<JsonNode> group = new ArrayList<>();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				JsonNode row = JSON.readTree(line);
				if (group.size() == AT_ONCE || (!group.isEmpty() && !table(group.get(0)).equals(table(row)))) {
					put(group);
				}
				group.add(row);
				rows++;
			}
			put(group);
		}
		this.transactions.executeWithoutResult((tx) -> this.jdbc.update("""
				UPDATE audience_number SET next = (SELECT MAX(n) FROM (SELECT next AS n FROM audience_number
				UNION ALL SELECT COALESCE(MAX(id), 0) + 1 FROM recipient
				UNION ALL SELECT COALESCE(MAX(id), 0) + 1 FROM resident) numbers)"""));
		return rows;
	}

	private void put(List<JsonNode> group) {
		if (group.isEmpty()) {
			return;
		}
		List<String> columns = group.get(0).propertyNames().stream().filter((name) -> !name.equals("table")).toList();
		if (!columns.stream().allMatch((name) -> name.matches("[a-z_]{1,30}"))) {
			throw new IllegalArgumentException("知らない列です / unknown columns: " + columns);
		}
		String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
		List<Object[]> rows = group.stream().map((row) -> columns.stream().map((name) -> {
			JsonNode value = row.path(name);
			return value.isNumber() ? (Object) value.asLong() : value.asString("");
		}).toArray()).toList();
		this.transactions.executeWithoutResult((tx) -> this.jdbc.batchUpdate("INSERT INTO " + table(group.get(0)) + " ("
				+ String.join(", ", columns) + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING", rows));
		group.clear();
	}

	private static String table(JsonNode row) {
		String table = row.path("table").asString("");
		if (!TABLES.containsKey(table)) {
			throw new IllegalArgumentException("知らない表です / unknown table: " + table);
		}
		return table;
	}

	private static BufferedReader open(InputStream file, String passphrase) throws IOException {
		return new BufferedReader(new InputStreamReader(new GZIPInputStream(new DecryptingStream(file, passphrase)),
				StandardCharsets.UTF_8));
	}

}
