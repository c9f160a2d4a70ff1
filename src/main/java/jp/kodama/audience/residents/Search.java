package jp.kodama.audience.residents;

import java.util.ArrayList;
import java.util.List;

/**
 * What an officer looks for; empty fields match everybody.
 *
 * @param words a part of a name, a number or a part of an address
 * @param district (地区)
 * @param group a group's id
 * @param after the last id of the page before; 0 for the first
 */
public record Search(String words, String district, String group, long after) {

	/** The condition on table {@code resident}, and what fills it. */
	Condition condition() {
		StringBuilder sql = new StringBuilder("id > ?");
		List<Object> fill = new ArrayList<>(List.of(this.after));
		if (!this.words.isBlank()) {
			String plain = AddressForm.plain(this.words);
			// The hyphens that people type stand in no address.
			String digits = plain.replaceAll("[\\s()-]", "");
			String address = digits.matches("\\+?\\d{3,}") ? digits.replaceFirst("^0", "") : plain;
			// Each part is answered by an index alone; only who was found is read.
			sql.append("""
					 AND id IN (SELECT id FROM resident WHERE number = ?
					UNION ALL SELECT id FROM resident WHERE search LIKE ? ESCAPE '!'
					UNION ALL SELECT resident FROM recipient WHERE gone = 0 AND (channel, address) IN
						(SELECT channel, address FROM recipient WHERE address LIKE ? ESCAPE '!'))""");
			fill.addAll(List.of(plain, Names.like(Names.searched(this.words)), Names.like(address)));
		}
		if (!this.district.isEmpty()) {
			sql.append(" AND district = ?");
			fill.add(this.district);
		}
		if (!this.group.isEmpty()) {
			sql.append(" AND id IN (SELECT resident FROM resident_group WHERE name = ?)");
			fill.add(this.group);
		}
		return new Condition(sql.toString(), fill.toArray());
	}

	/** Which fields were filled in, for the audit chain; not what with. */
	String asked() {
		List<String> asked = new ArrayList<>();
		if (!this.words.isBlank()) {
			asked.add("words");
		}
		if (!this.district.isEmpty()) {
			asked.add("district");
		}
		if (!this.group.isEmpty()) {
			asked.add("group");
		}
		return String.join(", ", asked);
	}

	/**
	 * A part of a statement.
	 *
	 * @param sql with question marks
	 * @param fill for them
	 */
	record Condition(String sql, Object[] fill) {
	}

}
