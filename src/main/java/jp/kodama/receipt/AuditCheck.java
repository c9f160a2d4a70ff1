package jp.kodama.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the audit chain and says which row was changed, removed, added or moved. */
class AuditCheck {

	private static final Pattern RECEIPTS = Pattern.compile("receipts ([0-9a-f]{64})");

	private static final Pattern EARLY = Pattern.compile("early report ([0-9a-f]{64})");

	private final JdbcClient jdbc;

	private final List<String> faults = new ArrayList<>();

	/** Recipients of whom a receipt is erased, and the row that tells of it. */
	private final Map<Long, Long> blank = new TreeMap<>();

	AuditCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<String> faults() {
		long expected = 1;
		String previous = AuditEntry.ORIGIN;
		// The head first: the chain goes on growing while it is walked.
		AuditTrail.Head head = head();
		List<AuditEntry> chain = this.jdbc.sql("SELECT * FROM audit WHERE number <= ? ORDER BY number")
			.param(head.number())
			.query(AuditTrail::entry)
			.list();
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
			early(entry);
			expected = entry.number() + 1;
			previous = entry.hash();
		}
		end(head, expected - 1, previous);
		erasures(chain);
		long latest = this.jdbc.sql("SELECT COALESCE(MAX(number), 0) FROM audit").query(Long.class).single();
		long end = head().number();
		if (latest > end) {
			fault("rows " + (end + 1) + " to " + latest + " were added after the end");
		}
		return this.faults;
	}

	/** Rows cut off at the end leave the chain whole; the head tells. */
	private void end(AuditTrail.Head head, long last, String hash) {
		if (head.number() != last) {
			fault("rows " + (last + 1) + " to " + head.number() + " are missing at the end");
		}
		else if (!head.hash().equals(hash)) {
			fault("the end of the chain was replaced at row " + last);
		}
	}

	private AuditTrail.Head head() {
		return this.jdbc.sql("SELECT number, hash FROM audit_head").query(AuditTrail::head).single();
	}

	private void receipts(AuditEntry entry) {
		Matcher digest = RECEIPTS.matcher(entry.event().detail());
		if (!digest.find()) {
			return;
		}
		List<Sealed> receipts = this.jdbc.sql("SELECT * FROM receipt WHERE number BETWEEN ? AND ? ORDER BY number")
			.params(entry.number() * 100_000, entry.number() * 100_000 + 99_999)
			.query(Sealed::of)
			.list();
		List<String> lines = receipts.stream().map(Sealed::line).toList();
		if (!Digest.of(lines).equals(digest.group(1)) || !receipts.stream().allMatch(Sealed::whole)) {
			fault("receipts of row " + entry.number() + " were changed (" + entry.event().subject() + ")");
		}
		receipts.stream().filter(Sealed::erased).forEach((one) -> this.blank.put(one.recipient(), entry.number()));
	}

	/** What is erased must have been erased by somebody. */
	private void erasures(List<AuditEntry> chain) {
		chain.stream()
			.filter((entry) -> entry.event().action().equals(Erasure.ACTION))
			.flatMap((entry) -> Erasure.recipients(entry.event().detail()).stream())
			.forEach(this.blank::remove);
		long expired = EvidenceRetention.done(this.jdbc) / 100_000;
		this.blank.values().removeIf((row) -> row <= expired);
		this.blank.forEach((recipient, row) -> fault(
				"receipts of row " + row + " were blanked without a record of it (recipient " + recipient + ")"));
	}

	private void early(AuditEntry entry) {
		Matcher digest = EARLY.matcher(entry.event().detail());
		if (!digest.find()) {
			return;
		}
		List<String> lines = this.jdbc.sql("SELECT * FROM early_report WHERE number = ?")
			.param(entry.number())
			.query((row, number) -> row.getString("channel") + "|" + row.getString("provider_id") + "|"
					+ row.getString("evidence") + "|" + row.getString("detail") + "|" + row.getLong("at"))
			.list();
		if (!Digest.of(lines).equals(digest.group(1))) {
			fault("the early report of row " + entry.number() + " was changed (" + entry.event().subject() + ")");
		}
	}

	private void fault(String words) {
		this.faults.add(words);
	}

}
