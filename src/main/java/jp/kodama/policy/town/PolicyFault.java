package jp.kodama.policy.town;

/**
 * Something wrong with a policy file.
 *
 * @param file its name
 * @param line from 1
 * @param field where, {@code rules[2].action}
 * @param japanese what, for officers
 * @param english the same, for engineers
 */
public record PolicyFault(String file, int line, String field, String japanese, String english) {

	@Override
	public String toString() {
		return this.file + ":" + this.line + ": " + (this.field.isEmpty() ? "" : this.field + ": ") + this.japanese
				+ " / " + this.english;
	}

}
