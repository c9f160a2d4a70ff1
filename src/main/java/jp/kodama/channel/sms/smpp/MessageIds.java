package jp.kodama.channel.sms.smpp;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How an SMSC writes the number of a message: some answer a submit_sm in one base and
 * write receipts in another, or add zeros. SMPP leaves it open.
 */
enum MessageIds {

	/** The same in both. */
	SAME(0, 0),
	/** Hexadecimal in the answer, decimal in receipts. */
	HEX_DEC(16, 10),
	/** Decimal in the answer, hexadecimal in receipts. */
	DEC_HEX(10, 16);

	private final int submit;

	private final int receipt;

	MessageIds(int submit, int receipt) {
		this.submit = submit;
		this.receipt = receipt;
	}

	/**
	 * By its name in {@code channel.yaml}.
	 * @throws IllegalArgumentException if there is none
	 */
	static MessageIds of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/** One form for both. */
	String ofSubmit(String id) {
		return normal(id, this.submit);
	}

	/** One form for both. */
	String ofReceipt(String id) {
		return normal(id, this.receipt);
	}

	private static String normal(String id, int base) {
		String trimmed = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
		try {
			return (base == 0) ? trimmed : new BigInteger(trimmed, base).toString();
		}
		catch (NumberFormatException ex) {
			// Not a number of that base: as it is, so that it can at least be found.
			return trimmed;
		}
	}

}
