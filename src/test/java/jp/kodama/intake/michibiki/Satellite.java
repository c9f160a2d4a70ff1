package jp.kodama.intake.michibiki;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Says sentences as a satellite would: fields by place and width, then CRC and checksum.
 */
public final class Satellite {

	private static final BigInteger POLYNOMIAL = BigInteger.valueOf(0x1864CFB);

	private BigInteger message = BigInteger.ZERO;

	/** A DCX message of Japan. */
	public static Satellite dcx(int type, int provider, int hazard) {
		return new Satellite().with(0, 8, 0x53)
			.with(8, 6, 44)
			.with(24, 2, type)
			.with(26, 9, 111)
			.with(35, 5, provider)
			.with(40, 7, hazard)
			.with(214, 6, 1);
	}

	/** A DCR message of 2026-06-01 10:00 in Japan. */
	public static Satellite dcr(int classification, int category) {
		return new Satellite().with(0, 8, 0x9A)
			.with(8, 6, 43)
			.with(14, 3, classification)
			.with(17, 4, category)
			.with(21, 4, 6)
			.with(25, 5, 1)
			.with(30, 5, 1)
			.with(214, 6, 1);
	}

	public Satellite with(int offset, int width, long value) {
		this.message = this.message.or(BigInteger.valueOf(value).shiftLeft(226 - offset - width));
		return this;
	}

	/** The CRC is the rest of a division of polynomials. */
	public byte[] sentence() {
		BigInteger shifted = this.message.shiftLeft(24);
		BigInteger rest = shifted;
		while (rest.bitLength() > 24) {
			rest = rest.xor(POLYNOMIAL.shiftLeft(rest.bitLength() - 25));
		}
		String digits = shifted.or(rest).shiftLeft(2).toString(16).toUpperCase(Locale.ROOT);
		String body = "QZQSM,55," + "0".repeat(63 - digits.length()) + digits;
		int sum = 0;
		for (char one : body.toCharArray()) {
			sum ^= one;
		}
		return ("$" + body + "*%02X".formatted(sum)).getBytes(StandardCharsets.US_ASCII);
	}

}
