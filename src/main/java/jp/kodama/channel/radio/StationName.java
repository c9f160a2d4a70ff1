package jp.kodama.channel.radio;

import java.util.regex.Pattern;

import jp.kodama.audience.Municipality;

/** How a station calls itself: 「ぼうさいあなみず」 in 穴水町. */
final class StationName {

	/** What the last character of a name sounds like, to be left out. */
	private static final Pattern KIND = Pattern.compile("(まち|ちょう|むら|そん|し|く)$");

	private StationName() {
	}

	/** The word for disaster prevention, and the name without 町, 市, 村 or 区. */
	static String of(Municipality town) {
		boolean hasKind = "市町村区".indexOf(town.name().charAt(town.name().length() - 1)) >= 0;
		return "ぼうさい" + (hasKind ? KIND.matcher(town.kana()).replaceFirst("") : town.kana());
	}

}
