package jp.kodama.intake.michibiki;

/**
 * The 250 bits of a message of the L1S signal, the first bit first (IS-QZSS-L1S): 8 of
 * preamble, 6 of message type, 212 of content, 24 of CRC-24Q.
 */
final class Bits {

	/** CRC-24Q, Qualcomm's polynomial. */
	private static final int POLYNOMIAL = 0x1864CFB;

	private static final int CHECKED = 226;

	private static final int CRC = 24;

	private final byte[] bytes;

	Bits(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	/** An unsigned number of at most 31 bits. */
	int at(int offset, int length) {
		return (int) wide(offset, length);
	}

	/** The same of at most 64 bits. */
	long wide(int offset, int length) {
		long value = 0;
		for (int i = offset; i < offset + length; i++) {
			value = (value << 1) | bit(i);
		}
		return value;
	}

	/** Whether the CRC is that of the rest. */
	boolean intact() {
		int crc = 0;
		for (int i = 0; i < CHECKED; i++) {
			crc = (crc << 1) ^ (bit(i) << CRC);
			if ((crc & (1 << CRC)) != 0) {
				crc ^= POLYNOMIAL;
			}
		}
		return crc == at(CHECKED, CRC);
	}

	private int bit(int place) {
		return (this.bytes[place / 8] >> (7 - place % 8)) & 1;
	}

}
