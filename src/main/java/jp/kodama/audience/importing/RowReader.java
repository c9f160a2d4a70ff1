package jp.kodama.audience.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.QuietHours;
import jp.kodama.audience.residents.Resident;

/** Makes a resident of a row, or says field by field why there is none. */
final class RowReader {

	private static final Set<String> YES = Set.of("あり", "同意", "同意あり", "はい", "有", "○", "◯", "1", "yes", "given");

	private static final Set<String> NO = Set.of("", "なし", "同意なし", "いいえ", "無", "×", "0", "no", "none");

	private static final Set<String> BACK = Set.of("撤回", "withdrawn");

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final Header header;

	private final Terms terms;

	private List<Fault> faults = List.of();

	private int line;

	RowReader(Header header, Terms terms) {
		this.header = header;
		this.terms = terms;
	}

	/**
	 * Reads a row.
	 * @param faults what is wrong with it is added here; then the resident is of no use
	 */
	Resident read(int line, String[] row, List<Fault> faults) {
		this.faults = faults;
		this.line = line;
		String number = field(row, Column.NUMBER);
		if (!number.matches("[\\p{L}\\p{N}_-]{1,40}")) {
			fault(Column.NUMBER, number,
					number.isEmpty() ? "ありません / is missing" : "文字・数字・-・_ で40字まで / 40 letters or digits");
		}
		String name = field(row, Column.NAME);
		if (name.length() > 100 || Formula.runs(name)) {
			fault(Column.NAME, name,
					Formula.runs(name) ? "数式として働く文字で始まります / begins like a formula" : "長すぎます / too long");
		}
		return new Resident(number, name, language(row), new Resident.Home(district(row), groups(row)), consent(row),
				quiet(row), addresses(row));
	}

	private String language(String[] row) {
		String language = field(row, Column.LANGUAGE);
		if (!language.isEmpty() && !this.terms.languages().contains(language)) {
			fault(Column.LANGUAGE, language,
					"知らない言語です / no such language: " + String.join(" ", this.terms.languages()));
		}
		return language.isEmpty() ? "ja" : language;
	}

	private String district(String[] row) {
		String district = field(row, Column.DISTRICT);
		if (!district.isEmpty() && !this.terms.districts().contains(district)) {
			fault(Column.DISTRICT, district, "ない地区です / no such district: " + String.join(" ", this.terms.districts()));
		}
		return district;
	}

	private List<String> groups(String[] row) {
		List<String> groups = new ArrayList<>();
		for (String name : parts(field(row, Column.GROUPS))) {
			this.terms.groups()
				.named(name)
				.map(Groups.Group::id)
				.ifPresentOrElse(groups::add, () -> fault(Column.GROUPS, name, "ないグループです / no such group"));
		}
		return groups;
	}

	private Consent consent(String[] row) {
		String word = field(row, Column.CONSENT).toLowerCase(java.util.Locale.ROOT);
		if (NO.contains(word)) {
			return Consent.NONE;
		}
		if (!YES.contains(word) && !BACK.contains(word)) {
			fault(Column.CONSENT, word, "あり・なし・撤回 のどれか / yes, no or withdrawn");
		}
		String how = field(row, Column.HOW);
		if (how.length() > 100 || Formula.runs(how)) {
			fault(Column.HOW, how, "100字までのことばで / at most 100 letters");
		}
		return new Consent(BACK.contains(word) ? Consent.State.WITHDRAWN : Consent.State.GIVEN,
				how.isEmpty() ? this.terms.source() : how, when(row));
	}

	private Instant when(String[] row) {
		String when = field(row, Column.WHEN);
		if (when.isEmpty()) {
			return this.terms.now();
		}
		try {
			String[] parts = when.split("[-/.年月日T ]");
			return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
				.atStartOfDay(JAPAN)
				.toInstant();
		}
		catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			fault(Column.WHEN, when, "2026-11-21 の形で / must be like 2026-11-21");
			return this.terms.now();
		}
	}

	private QuietHours quiet(String[] row) {
		String quiet = field(row, Column.QUIET);
		try {
			return QuietHours.parse(quiet);
		}
		catch (IllegalArgumentException ex) {
			fault(Column.QUIET, quiet, String.valueOf(ex.getMessage()));
			return QuietHours.NEVER;
		}
	}

	private Map<String, List<String>> addresses(String[] row) {
		Map<String, List<String>> addresses = new HashMap<>();
		this.header.addresses().forEach((channel, place) -> {
			List<String> normal = new ArrayList<>();
			for (String typed : parts(row[place].strip())) {
				String one = normal(channel, Formula.read(typed));
				if (!normal.contains(one)) {
					normal.add(one);
				}
			}
			addresses.put(channel.id(), normal);
		});
		return addresses;
	}

	private String normal(ContactChannel channel, String typed) {
		try {
			return channel.normal(typed);
		}
		catch (IllegalArgumentException ex) {
			this.faults.add(new Fault(this.line, channel.japanese(), typed, String.valueOf(ex.getMessage())));
			return typed;
		}
	}

	private static List<String> parts(String field) {
		return java.util.Arrays.stream(field.split("[;；、]"))
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
	}

	private String field(String[] row, Column column) {
		return this.header.field(row, column);
	}

	private void fault(Column column, String value, String reason) {
		this.faults.add(new Fault(this.line, column.japanese(), value, reason));
	}

	/**
	 * What words mean here.
	 *
	 * @param languages that any channel can carry
	 * @param districts of the municipality
	 * @param groups of the municipality
	 * @param source how consent was given where the file does not say
	 * @param now and when
	 */
	record Terms(Set<String> languages, Set<String> districts, Groups groups, String source, Instant now) {
	}

}
