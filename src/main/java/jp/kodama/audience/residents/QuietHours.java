package jp.kodama.audience.residents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a resident wants to hear of what is urgent only. May pass midnight.
 *
 * @param from minutes since midnight in Japan; -1 for never
 * @param until likewise; before it, not at it
 */
public record QuietHours(int from, int until) {

	/** No quiet hours. */
	public static final QuietHours NEVER = new QuietHours(-1, -1);

	private static final Pattern FORM = Pattern
		.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-~〜～]\\s*([01]?\\d|2[0-3]):([0-5]\\d)");

	/**
	 * Reads {@code 22:00-6:00}; empty is never.
	 * @throws IllegalArgumentException worded for officers, if it is neither
	 */
	public static QuietHours parse(String text) {
		if (text.isBlank()) {
			return NEVER;
		}
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException("22:00-6:00 の形で / must be like 22:00-6:00");
		}
		QuietHours hours = new QuietHours(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
		if (hours.from == hours.until) {
			throw new IllegalArgumentException("始まりと終わりが同じです / begins when it ends");
		}
		return hours;
	}

	/** As {@link #parse} reads it. */
	public String text() {
		return (this.from < 0) ? ""
				: "%d:%02d-%d:%02d".formatted(this.from / 60, this.from % 60, this.until / 60, this.until % 60);
	}

	private static int minute(String hour, String minute) {
		return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
	}

}
