package jp.kodama.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the audit chain and says which row was changed, removed, added or moved. */
class AuditCheck {

	private static final Pattern RECEIPTS = Pattern.compile("receipts ([0-9a-f]{64})");

	private final JdbcClient jdbc;

	private final List<String> faults = new ArrayList<>();

	AuditCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<String> faults() {
		long expected = 1;
		String previous = AuditEntry.ORIGIN;
		List<AuditEntry> chain = this.jdbc.sql("SELECT * FROM audit ORDER BY number").query(AuditTrail::entry).list();
		for (AuditEntry entry : chain) {
			if (entry.number() != expected) {
				fault("rows " + expected + " to " + (entry.number() - 1) + " are missing");
			}
			else if (!entry.previous().equals(previous)) {
				fault("row " + entry.number() + " does not follow row " + (entry.number() - 1) + ": moved or replaced");
			}
			if (!entry.intact()) {
				fault("row " + entry.number() + " was changed (" + entry.event().subject() + ")");
			}
			receipts(entry);
			expected = entry.number() + 1;
			previous = entry.hash();
		}
		end(expected - 1, previous);
		return this.faults;
	}

	/** Rows cut off at the end leave the chain whole; the head tells. */
	private void end(long last, String hash) {
		long number = this.jdbc.sql("SELECT number FROM audit_head").query(Long.class).single();
		String head = this.jdbc.sql("SELECT hash FROM audit_head").query(String.class).single();
		if (number != last) {
			fault("rows " + (last + 1) + " to " + number + " are missing at the end");
		}
		else if (!head.equals(hash)) {
			fault("the end of the chain was replaced at row " + last);
		}
	}

	private void receipts(AuditEntry entry) {
		Matcher digest = RECEIPTS.matcher(entry.event().detail());
		if (!digest.find()) {
			return;
		}
		List<String> lines = this.jdbc.sql("SELECT * FROM receipt WHERE number BETWEEN ? AND ? ORDER BY number")
			.params(entry.number() * 100_000, entry.number() * 100_000 + 99_999)
			.query((row, number) -> row.getLong("recipient") + "|" + row.getString("address") + "|"
					+ row.getString("evidence") + "|" + row.getString("provider_id") + "|" + row.getString("detail"))
			.list();
		if (!Digest.of(lines).equals(digest.group(1))) {
			fault("receipts of row " + entry.number() + " were changed (" + entry.event().subject() + ")");
		}
	}

	private void fault(String words) {
		this.faults.add(words);
	}

}
