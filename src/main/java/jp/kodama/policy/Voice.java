package jp.kodama.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How exactly a kind of telegram tells of hazards that others tell of in parallel, a row
 * of {@code config/policy/voices.csv}.
 *
 * @param grade 1 exact: what it says later stands against all that was said before; 2
 * coarse: the same among its like, but it has no words for some heights; 3 single: speaks
 * of its own height only and never against others
 * @param unsaid the heights it has no words for
 */
public record Voice(int grade, List<Integer> unsaid) {

	/** What a telegram is that the table does not name. */
	static final Voice EXACT = new Voice(1, List.of());

	private static final List<String> GRADES = List.of("exact", "coarse", "single");

	static Voice of(Map<String, String> row) {
		int grade = GRADES.indexOf(row.getOrDefault("voice", "")) + 1;
		if (grade == 0) {
			throw new IllegalStateException("voices.csv: no voice is called " + row.get("voice"));
		}
		return new Voice(grade,
				Arrays.stream(row.getOrDefault("unsaid", "").split(" "))
					.filter((height) -> !height.isEmpty())
					.map(Integer::valueOf)
					.toList());
	}

	/**
	 * Whether what it says later takes the place of what another said of a height before.
	 */
	public boolean overrules(Voice other, int height) {
		return this.grade < 3 && this.grade <= other.grade && !this.unsaid.contains(height);
	}

}
