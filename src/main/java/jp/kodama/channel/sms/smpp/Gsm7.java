package jp.kodama.channel.sms.smpp;

/**
 * The default alphabet of 3GPP TS 23.038 §6.2.1, an octet for each septet, with its
 * extension behind an escape.
 */
final class Gsm7 {

	private static final char ESCAPE = '\u001b';

	/** By value; the escape holds its own place. */
	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE
			+ "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
			+ "¿abcdefghijklmnopqrstuvwxyzäöñüà";

	private static final String EXTENDED = "\f^{}\\[~]|€";

	private static final byte[] EXTENDED_VALUES = { 0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65 };

	private Gsm7() {
	}

	/** Whether all of a text is in it. */
	static boolean can(String words) {
		return words.chars()
			.allMatch((one) -> one != ESCAPE && (BASIC.indexOf(one) >= 0 || EXTENDED.indexOf(one) >= 0));
	}

	/** One character of it: one octet or two. */
	static byte[] encode(int one) {
		int basic = BASIC.indexOf(one);
		return (basic >= 0) ? new byte[] { (byte) basic }
				: new byte[] { ESCAPE, EXTENDED_VALUES[EXTENDED.indexOf(one)] };
	}

	/** What octets say; unknown ones are blanks. */
	static String decode(byte[] octets) {
		StringBuilder words = new StringBuilder();
		boolean escaped = false;
		for (byte octet : octets) {
			if (octet == ESCAPE) {
				escaped = true;
				continue;
			}
			int extended = new String(EXTENDED_VALUES, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(octet);
			words.append(
					(escaped && extended >= 0) ? EXTENDED.charAt(extended) : (octet >= 0) ? BASIC.charAt(octet) : ' ');
			escaped = false;
		}
		return words.toString();
	}

}
