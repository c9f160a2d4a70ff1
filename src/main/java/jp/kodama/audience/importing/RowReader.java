package jp.kodama.audience.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.QuietHours;
import jp.kodama.audience.residents.Resident;

/** Makes a resident of a row, or says field by field why there is none. */
final class RowReader {

	private final Terms terms;

	RowReader(Terms terms) {
		this.terms = terms;
	}

	/** Reads a row; if anything is wrong with it, the resident is of no use. */
	Resident read(Cells row) {
		String number = row.field(Column.NUMBER);
		if (!number.matches("[\\p{L}\\p{N}_-]{1,40}")) {
			row.fault(Column.NUMBER, number,
					number.isEmpty() ? "ありません / is missing" : "文字・数字・-・_ で40字まで / 40 letters or digits");
		}
		String name = row.field(Column.NAME);
		if (name.length() > 100 || Formula.runs(name)) {
			row.fault(Column.NAME, name,
					Formula.runs(name) ? "数式として働く文字で始まります / begins like a formula" : "長すぎます / too long");
		}
		return new Resident(number, name, language(row), new Resident.Home(district(row), groups(row)),
				ConsentReader.read(row, this.terms), quiet(row), addresses(row));
	}

	private String language(Cells row) {
		String language = row.field(Column.LANGUAGE);
		if (!language.isEmpty() && !this.terms.languages().contains(language)) {
			row.fault(Column.LANGUAGE, language,
					"知らない言語です / no such language: " + String.join(" ", this.terms.languages()));
		}
		return language.isEmpty() ? "ja" : language;
	}

	private String district(Cells row) {
		String district = row.field(Column.DISTRICT);
		if (!district.isEmpty() && !this.terms.districts().contains(district)) {
			row.fault(Column.DISTRICT, district,
					"ない地区です / no such district: " + String.join(" ", this.terms.districts()));
		}
		return district;
	}

	private List<String> groups(Cells row) {
		List<String> groups = new ArrayList<>();
		for (String name : parts(row.field(Column.GROUPS))) {
			this.terms.groups()
				.named(name)
				.map(Groups.Group::id)
				.ifPresentOrElse(groups::add, () -> row.fault(Column.GROUPS, name, "ないグループです / no such group"));
		}
		return groups;
	}

	private static QuietHours quiet(Cells row) {
		String quiet = row.field(Column.QUIET);
		try {
			return QuietHours.parse(quiet);
		}
		catch (IllegalArgumentException ex) {
			row.fault(Column.QUIET, quiet, String.valueOf(ex.getMessage()));
			return QuietHours.NEVER;
		}
	}

	private static Map<String, List<String>> addresses(Cells row) {
		Map<String, List<String>> addresses = new HashMap<>();
		row.header().addresses().forEach((channel, place) -> {
			List<String> normal = new ArrayList<>();
			for (String typed : parts(row.row()[place].strip())) {
				String one = normal(row, channel, Formula.read(typed));
				if (!normal.contains(one)) {
					normal.add(one);
				}
			}
			addresses.put(channel.id(), normal);
		});
		return addresses;
	}

	private static String normal(Cells row, ContactChannel channel, String typed) {
		try {
			return channel.normal(typed);
		}
		catch (IllegalArgumentException ex) {
			row.fault(channel.japanese(), typed, String.valueOf(ex.getMessage()));
			return typed;
		}
	}

	private static List<String> parts(String field) {
		return java.util.Arrays.stream(field.split("[;；、]"))
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
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
