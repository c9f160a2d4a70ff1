package jp.kodama.channel.sms;

/**
 * Counts the parts a text takes on the air. 3GPP TS 23.038 §6.2.1: 160 septets of the
 * default alphabet in one part, 153 in each of several; 3GPP TS 23.040 §9.2.3.24.1: 70
 * and 67 characters of UCS-2 for any other script.
 */
final class Segments {

	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
			+ "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	/** Each takes an escape and a septet. */
	private static final String EXTENDED = "\f^{}\\[~]|€";

	private Segments() {
	}

	/** How many parts a text takes. */
	static int of(String text) {
		return gsm(text) ? parts(text, 160, 153) : parts(text, 70, 67);
	}

	/** Whether every character is in the default alphabet. */
	static boolean gsm(String text) {
		return text.chars().allMatch((one) -> BASIC.indexOf(one) >= 0 || EXTENDED.indexOf(one) >= 0);
	}

	private static int parts(String text, int alone, int joined) {
		boolean gsm = alone == 160;
		int units = text.codePoints().map((one) -> width(one, gsm)).sum();
		if (units <= alone) {
			return 1;
		}
		int parts = 1;
		int used = 0;
		for (int one : text.codePoints().toArray()) {
			int width = width(one, gsm);
			// Neither an escape nor a surrogate is torn from its other half.
			if (used + width > joined) {
				parts++;
				used = 0;
			}
			used += width;
		}
		return parts;
	}

	private static int width(int codePoint, boolean gsm) {
		return gsm ? (EXTENDED.indexOf(codePoint) >= 0 ? 2 : 1) : Character.charCount(codePoint);
	}

}
