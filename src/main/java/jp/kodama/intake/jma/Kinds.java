package jp.kodama.intake.jma;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.kodama.intake.xml.Node;
import jp.kodama.policy.Bulletin.Kind;

/** Reads {@code Kind} elements. */
final class Kinds {

	/** 「洪水警報（発表）」: the status stands in the brackets. */
	private static final Pattern BRACKETS = Pattern.compile("（([^（）]+)）$");

	private static final String TAG = "情報タグ";

	private Kinds() {
	}

	/**
	 * The kinds of an item. {@code LastKind} stands inside {@code Kind} in weather
	 * telegrams, beside it in others.
	 */
	static List<Kind> of(Node item) {
		String last = item.text("LastKind", "Code");
		return item.all("Kind").stream().flatMap((kind) -> of(kind, last).stream()).toList();
	}

	private static List<Kind> of(Node kind, String lastBeside) {
		String code = kind.text("Code");
		String name = kind.text("Name");
		String condition = kind.text("Condition");
		if (code.isEmpty() && name.equals(TAG)) {
			// 気象防災速報: the kind is what the tag says, several parted by blanks.
			return Arrays.stream(condition.split("[\\s　]+")).map((tag) -> new Kind(tag, tag, "", "")).toList();
		}
		String last = kind.text("LastKind", "Code");
		// 「大雨特別警報」 of old telegrams: beside the status stands what of it.
		String cause = kind.text("Status").isEmpty() ? "" : condition;
		return List.of(new Kind(code, name, status(kind.text("Status"), condition), last.isEmpty() ? lastBeside : last,
				cause));
	}

	private static String status(String status, String condition) {
		if (!status.isEmpty()) {
			return status;
		}
		Matcher brackets = BRACKETS.matcher(condition);
		return brackets.find() ? brackets.group(1) : condition;
	}

}
