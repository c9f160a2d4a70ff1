package jp.kodama.rendering.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import jp.kodama.alert.InvalidAlert;

/**
 * Names files and addresses after an alert's identifier, which may hold almost anything
 * (CAP 1.2 §3.2.1). What no file system or URL minds stays as it is, the rest becomes
 * {@code =XX}; no two identifiers share a name.
 */
public final class CapFile {

	/** File systems allow 255 bytes; endings and temporary prefixes need some. */
	private static final int LONGEST = 200;

	private CapFile() {
	}

	/**
	 * The name for an identifier, without an ending.
	 * @throws InvalidAlert if it is too long for any file system
	 */
	public static String name(String identifier) {
		StringBuilder name = new StringBuilder();
		for (byte one : identifier.getBytes(StandardCharsets.UTF_8)) {
			if (plain((char) (one & 0xff), name)) {
				name.append((char) one);
			}
			else {
				name.append('=').append(HexFormat.of().withUpperCase().toHexDigits(one));
			}
		}
		if (name.length() > LONGEST) {
			throw new InvalidAlert("identifier", "ファイル名にするには長すぎます: " + identifier,
					"is too long to name a file: " + identifier);
		}
		return name.toString();
	}

	/** The identifier that a name was made of. Another name gives some other text. */
	public static String identifier(String name) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < name.length(); i++) {
			if (name.startsWith("=", i) && i + 2 < name.length() && hex(name, i + 1) && hex(name, i + 2)) {
				bytes.write(HexFormat.fromHexDigits(name, i + 1, i + 3));
				i += 2;
			}
			else {
				bytes.write(name.charAt(i));
			}
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	/** No dot at the start, nor two in a row: neither hidden files nor other folders. */
	private static boolean plain(char one, StringBuilder before) {
		if (one == '.') {
			return !before.isEmpty() && before.charAt(before.length() - 1) != '.';
		}
		return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one == '-'
				|| one == '_';
	}

	private static boolean hex(String name, int index) {
		return HexFormat.isHexDigit(name.charAt(index));
	}

}
