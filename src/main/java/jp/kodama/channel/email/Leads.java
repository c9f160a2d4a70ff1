package jp.kodama.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What each answer of a mail server leads to: {@code channels/email/replies.csv}. */
final class Leads {

	private static final String ANY = "*";

	private final Map<String, Lead> rows = new HashMap<>();

	private Leads() {
	}

	/**
	 * Reads the table.
	 * @throws IllegalStateException naming the line that makes no sense
	 */
	static Leads read(Path folder) {
		Path file = folder.resolve("replies.csv");
		Leads leads = new Leads();
		try {
			List<String> lines = Files.readAllLines(file);
			for (int i = 0; i < lines.size(); i++) {
				String line = lines.get(i);
				if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("code,")) {
					leads.add(line.split(",", 4), file + ":" + (i + 1));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return leads;
	}

	/** Where an answer leads; what nobody has heard of is tried again. */
	Lead of(Refusal refusal) {
		String status = refusal.enhanced();
		String subject = status.isEmpty() ? "" : status.substring(0, status.lastIndexOf('.'));
		String code = Integer.toString(refusal.code());
		for (String key : List.of(status, subject, code, code.substring(0, 1))) {
			for (String command : List.of(refusal.command(), ANY)) {
				@Nullable Lead lead = this.rows.get(key + " " + command);
				if (lead != null) {
					return lead;
				}
			}
		}
		return Lead.RETRY;
	}

	private void add(String[] row, String where) {
		try {
			Lead lead = Lead.valueOf(row[2].toUpperCase(Locale.ROOT));
			if (this.rows.put(row[0] + " " + row[1], lead) != null) {
				throw new IllegalStateException(where + ": given twice");
			}
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new IllegalStateException(where + ": not code,command,lead,meaning", ex);
		}
	}

	/** What to do about it. */
	enum Lead {

		/** The same later. */
		RETRY,
		/** Never, for this mail. */
		FINAL,
		/** Never, and no other mail to this address either. */
		GONE,
		/** Nobody is given up: it is for us to mend. */
		OURS;

		/** Whether this recipient gets no further try. */
		boolean givenUp() {
			return this == FINAL || this == GONE;
		}

	}

}
