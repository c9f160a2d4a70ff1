package jp.kodama.approval;

import java.util.Map;

import jp.kodama.alert.Info;

/** Languages by the short names that templates, forms and channels use. */
public final class Language {

	private static final Map<String, String> FULL = Map.of("ja", "ja-JP", "en", "en-US");

	private Language() {
	}

	/** {@code ja} → {@code ja-JP}, as CAP asks for it; others as they are. */
	public static String full(String name) {
		return FULL.getOrDefault(name, name);
	}

	/** {@code ja-JP} → {@code ja}; {@code ja-x-easy} and {@code zh-Hant} stay. */
	public static String shortName(Info info) {
		return info.language().replaceFirst("-[A-Z]{2}$", "");
	}

}
