package jp.kodama.speech;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, times and units as people say them, of text in NFKC. */
final class SpokenNumbers {

	private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

	private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d-])(0\\d{1,4})-(\\d{1,4})-(\\d{3,4})(?![\\d-])");

	private static final String[] DIGITS = { "ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー" };

	private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.])([01]?\\d|2[0-4]):([0-5]\\d)(?![\\d:])");

	/** An hour that no 午前, 午後, 朝 … stands before, and that is no length of time. */
	private static final Pattern HOUR = Pattern
		.compile("(?<![\\d.前後朝昼夜夕晩])(1[3-9]|2[0-3]|0)時(?!間)(?:(\\d{1,2})分(?!間))?");

	private static final Pattern FULL_HOUR = Pattern.compile("(?<=\\d時)00分");

	private static final Pattern LEADING_ZERO = Pattern.compile("(?<=\\d時)0(?=\\d分)");

	private static final Pattern DATE = Pattern
		.compile("(?<![\\d/])(1[0-2]|[1-9])/([12]\\d|3[01]|[1-9])(?=\\s*\\([月火水木金土日])");

	private static final Pattern WEEKDAY = Pattern.compile("(?<=\\d日)\\s*\\(([月火水木金土日])(?:曜日?)?\\)");

	private static final Pattern MAGNITUDE = Pattern.compile("(?<![A-Za-z])M(?=\\d)");

	private static final Map<String, String> UNITS = Map.of("km/h", "キロ", "m/s", "メートル", "km", "キロメートル", "cm",
			"センチメートル", "mm", "ミリメートル", "m", "メートル", "kg", "キログラム", "t", "トン", "%", "パーセント", "°C", "度");

	private static final Pattern UNIT = Pattern.compile("(?<=\\d) ?(km/h|m/s|km|cm|mm|kg|m|t|%|°C)(?![A-Za-z/])");

	private SpokenNumbers() {
	}

	/** The text with all of them written out. */
	static String of(String written) {
		String text = THOUSANDS.matcher(written).replaceAll("");
		text = TELEPHONE.matcher(text)
			.replaceAll(
					(found) -> digits(found.group(1)) + "の、" + digits(found.group(2)) + "の、" + digits(found.group(3)));
		text = CLOCK.matcher(text).replaceAll("$1時$2分");
		text = LEADING_ZERO.matcher(FULL_HOUR.matcher(text).replaceAll("")).replaceAll("");
		text = HOUR.matcher(text).replaceAll(SpokenNumbers::half);
		text = DATE.matcher(text).replaceAll("$1月$2日");
		text = WEEKDAY.matcher(text).replaceAll("$1曜日");
		text = MAGNITUDE.matcher(text).replaceAll("マグニチュード");
		return UNIT.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(UNITS.getOrDefault(found.group(1), "")));
	}

	/** Nobody says 16時 aloud: it is four in the afternoon. */
	private static String half(MatchResult found) {
		int hour = Integer.parseInt(found.group(1));
		String minutes = (found.group(2) != null) ? found.group(2) + "分" : "";
		return ((hour == 0) ? "午前0時" : "午後" + (hour - 12) + "時") + minutes;
	}

	private static String digits(String number) {
		return number.chars().mapToObj((digit) -> DIGITS[digit - '0']).collect(Collectors.joining());
	}

}
