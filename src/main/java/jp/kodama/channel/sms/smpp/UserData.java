package jp.kodama.channel.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the octets of one or several submit_sm: the default alphabet if all of it is
 * in there, otherwise UCS-2. Several parts carry a header that phones join them by (3GPP
 * TS 23.040 §9.2.3.24.1).
 *
 * @param coding data_coding
 * @param parts the octets of each; with header if there are several
 */
record UserData(byte coding, List<byte[]> parts) {

	static final byte DEFAULT_ALPHABET = 0;

	static final byte UCS2 = 8;

	private static final int HEADER = 6;

	private static final int MOST = 255;

	/**
	 * Codes and cuts. No character is torn between parts.
	 * @param reference tells texts to one phone apart
	 * @throws IllegalArgumentException if it takes more than 255 parts
	 */
	static UserData of(String words, int reference) {
		boolean gsm = Gsm7.can(words);
		// 140 octets hold 160 septets; an SMSC packs them itself.
		int alone = gsm ? 160 : 140;
		int joined = gsm ? 153 : 140 - HEADER;
		List<byte[]> characters = words.codePoints()
			.mapToObj((one) -> gsm ? Gsm7.encode(one) : Character.toString(one).getBytes(StandardCharsets.UTF_16BE))
			.toList();
		byte coding = gsm ? DEFAULT_ALPHABET : UCS2;
		int length = characters.stream().mapToInt((one) -> one.length).sum();
		if (length <= alone) {
			return new UserData(coding, List.of(join(characters, new byte[0])));
		}
		List<List<byte[]>> cut = cut(characters, joined);
		if (cut.size() > MOST) {
			throw new IllegalArgumentException("長すぎます / takes more than " + MOST + " parts");
		}
		List<byte[]> parts = new ArrayList<>();
		for (int i = 0; i < cut.size(); i++) {
			parts.add(join(cut.get(i),
					new byte[] { 5, 0, 3, (byte) reference, (byte) cut.size(), (byte) (parts.size() + 1) }));
		}
		return new UserData(coding, parts);
	}

	private static List<List<byte[]>> cut(List<byte[]> characters, int most) {
		List<List<byte[]>> parts = new ArrayList<>();
		List<byte[]> part = new ArrayList<>();
		int used = 0;
		for (byte[] one : characters) {
			if (used + one.length > most) {
				parts.add(part);
				part = new ArrayList<>();
				used = 0;
			}
			part.add(one);
			used += one.length;
		}
		parts.add(part);
		return parts;
	}

	private static byte[] join(List<byte[]> characters, byte[] header) {
		java.io.ByteArrayOutputStream octets = new java.io.ByteArrayOutputStream();
		octets.writeBytes(header);
		characters.forEach(octets::writeBytes);
		return octets.toByteArray();
	}

}
