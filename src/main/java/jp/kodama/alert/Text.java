package jp.kodama.alert;

/**
 * The words of an {@link Info}. The action stands in {@code instruction} and comes first
 * in every output.
 *
 * @param headline one line, at most 160 characters (CAP 1.2 §3.2.2)
 * @param description what happens
 * @param instruction what to do; may be empty for a cancel
 * @param senderName who speaks, as residents know them: {@code 穴水町}
 */
public record Text(String headline, String description, String instruction, String senderName) {

	/** CAP 1.2 asks for headlines that fit one short message. */
	public static final int MAX_HEADLINE = 160;

	public Text {
		if (headline.isBlank()) {
			throw new InvalidAlert("headline", "見出しがありません", "is missing");
		}
		if (headline.codePointCount(0, headline.length()) > MAX_HEADLINE) {
			throw new InvalidAlert("headline", "見出しは160文字までです", "is longer than 160 characters");
		}
	}

}
