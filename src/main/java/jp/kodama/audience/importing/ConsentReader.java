package jp.kodama.audience.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import jp.kodama.audience.residents.Consent;

/** Reads whether, how and when somebody agreed. */
final class ConsentReader {

	private static final Set<String> YES = Set.of("あり", "同意", "同意あり", "はい", "有", "○", "◯", "1", "yes", "given");

	private static final Set<String> NO = Set.of("", "なし", "同意なし", "いいえ", "無", "×", "0", "no", "none");

	private static final Set<String> BACK = Set.of("撤回", "withdrawn");

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private ConsentReader() {
	}

	static Consent read(Cells row, RowReader.Terms terms) {
		String word = row.field(Column.CONSENT).toLowerCase(Locale.ROOT);
		if (NO.contains(word)) {
			return Consent.NONE;
		}
		if (!YES.contains(word) && !BACK.contains(word)) {
			row.fault(Column.CONSENT, word, "あり・なし・撤回 のどれか / yes, no or withdrawn");
		}
		String how = row.field(Column.HOW);
		if (how.length() > 100 || Formula.runs(how)) {
			row.fault(Column.HOW, how, "100字までのことばで / at most 100 letters");
		}
		return new Consent(BACK.contains(word) ? Consent.State.WITHDRAWN : Consent.State.GIVEN,
				how.isEmpty() ? terms.source() : how, when(row, terms));
	}

	private static Instant when(Cells row, RowReader.Terms terms) {
		String when = row.field(Column.WHEN);
		if (when.isEmpty()) {
			return terms.now();
		}
		try {
			String[] parts = when.split("[-/.年月日T ]");
			return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
				.atStartOfDay(JAPAN)
				.toInstant();
		}
		catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			row.fault(Column.WHEN, when, "2026-11-21 の形で / must be like 2026-11-21");
			return terms.now();
		}
	}

}
