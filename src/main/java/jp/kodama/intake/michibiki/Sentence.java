package jp.kodama.intake.michibiki;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.kodama.intake.xml.Unreadable;

/**
 * One NMEA sentence {@code $QZQSM,<satellite>,<63 hexadecimal digits>*<checksum>}, with
 * its checksum and the CRC of its message proved right.
 *
 * @param satellite as the receiver numbers it
 * @param bits the message
 * @param said what it says, whichever satellite repeats it and under whichever of the
 * three preambles
 */
record Sentence(int satellite, Bits bits, String said) {

	/** What every one opens with. */
	static final String OPENING = "$QZQSM,";

	private static final Pattern FORM = Pattern.compile("\\$(QZQSM,(\\d{2}),([0-9A-F]{63}))\\*([0-9A-F]{2})");

	private static final int PREAMBLE_DIGITS = 2;

	/**
	 * The message type, in whole hexadecimal digits, and all that follows up to the CRC.
	 */
	private static final int SAID_DIGITS = 56;

	/**
	 * Reads one.
	 * @throws Unreadable if it is no sentence, or was damaged on its way
	 */
	static Sentence read(byte[] bytes) throws Unreadable {
		String text = new String(bytes, StandardCharsets.US_ASCII).strip();
		if (text.indexOf('\n') > 0) {
			throw new Unreadable("みちびきの文が複数あります。一文ずつ渡してください", "several sentences; one letter holds one");
		}
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new Unreadable("みちびきの文（$QZQSM）の形ではありません", "not one $QZQSM sentence");
		}
		int sum = form.group(1).chars().reduce(0, (one, other) -> one ^ other);
		if (sum != Integer.parseInt(form.group(4), 16)) {
			throw new Unreadable("NMEAの検査値が合いません", "NMEA checksum is %02X, not %s".formatted(sum, form.group(4)));
		}
		String digits = form.group(3);
		Bits bits = new Bits(HexFormat.of().parseHex(digits + "0"));
		if (!bits.intact()) {
			throw new Unreadable("みちびきの電文の検査値（CRC-24Q）が合いません", "CRC-24Q of the message does not match");
		}
		return new Sentence(Integer.parseInt(form.group(2)), bits, digits.substring(PREAMBLE_DIGITS, SAID_DIGITS));
	}

	/** Message type: 43 is DCR, 44 is DCX. */
	int type() {
		return this.bits.at(8, 6);
	}

}
