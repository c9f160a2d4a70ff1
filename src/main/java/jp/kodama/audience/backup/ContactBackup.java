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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Residents, their groups and addresses with their numbers, and what is suppressed: a
 * line of JSON per row, {@code {"table": …, column: value, …}}. Numbers stay, so receipts
 * of the past still name the same people. What is not there: receipts, and the audit
 * chain, which the store's own backup holds.
 */
public final class ContactBackup {

	private static final int AT_ONCE = 500;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	public ContactBackup(JdbcTemplate jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Writes it, encrypted.
	 * @return how many rows
	 */
	public long write(OutputStream file, String passphrase) throws IOException {
		long[] rows = { 0 };
		try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
				new GZIPOutputStream(new EncryptingStream(file, FileKey.fresh(passphrase))), StandardCharsets.UTF_8))) {
			BackupRow.TABLES
				.forEach((table, which) -> this.jdbc.query("SELECT * FROM " + table + " WHERE " + which, (row) -> {
					try {
						writer.write(BackupRow.of(table, row).text() + "\n");
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
					rows[0]++;
				}));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return rows[0];
	}

	/** Reads it to its end and proves that it is whole; changes nothing. */
	public long check(InputStream file, String passphrase) throws IOException {
		long rows = 0;
		try (BufferedReader reader = open(file, passphrase)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				BackupRow.read(line);
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
		BackupRow.TABLES.forEach((table, which) -> this.transactions
			.executeWithoutResult((tx) -> this.jdbc.update("DELETE FROM " + table + " WHERE " + which)));
		long rows = 0;
		try (BufferedReader reader = open(file, passphrase)) {
			List<BackupRow> group = new ArrayList<>();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				BackupRow row = BackupRow.read(line);
				if (group.size() == AT_ONCE || (!group.isEmpty() && !group.get(0).like(row))) {
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

	private void put(List<BackupRow> group) {
		if (!group.isEmpty()) {
			this.transactions.executeWithoutResult((tx) -> this.jdbc.batchUpdate(group.get(0).insert(),
					group.stream().map(BackupRow::values).toList()));
			group.clear();
		}
	}

	private static BufferedReader open(InputStream file, String passphrase) throws IOException {
		return new BufferedReader(new InputStreamReader(new GZIPInputStream(new DecryptingStream(file, passphrase)),
				StandardCharsets.UTF_8));
	}

}
