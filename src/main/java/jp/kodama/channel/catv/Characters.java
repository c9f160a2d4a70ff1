package jp.kodama.channel.catv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The characters a character generator knows. What it does not know is replaced by the
 * channel's own table ({@code replacements.csv}), else by its plain form (é → e, ㉑ → 21),
 * else by 〓, the printers' sign for a missing type: never by a question mark, which would
 * change the meaning.
 */
final class Characters {

	/** 下駄記号, in every Japanese character set. */
	private static final String MISSING = "〓";

	private final Charset charset;

	private final Map<Integer, String> replacements;

	private Characters(Charset charset, Map<Integer, String> replacements) {
		this.charset = charset;
		this.replacements = Map.copyOf(replacements);
	}

	/**
	 * Reads the table: {@code hexadecimal code point,the character,replacement}, lines
	 * with {@code #} are remarks.
	 * @param charset {@code Shift_JIS} means what devices mean by it: windows-31j
	 * @throws IllegalStateException naming file and line, if the table cannot be read
	 */
	static Characters load(String charset, Path table) {
		Charset known = Charset.forName(charset.equalsIgnoreCase("Shift_JIS") ? "windows-31j" : charset);
		Map<Integer, String> replacements = new HashMap<>();
		int number = 0;
		try {
			for (String line : Files.readAllLines(table)) {
				number++;
				if (!line.isBlank() && !line.startsWith("#")) {
					String[] cells = line.split(",", 3);
					replacements.put(Integer.parseInt(cells[0], 16), cells[2]);
				}
			}
			return new Characters(known, replacements);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(table.toString(), ex);
		}
		catch (NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			throw new IllegalStateException(table + ":" + number + ": must be hex code point,character,replacement",
					ex);
		}
	}

	/** The text in characters that the device knows. */
	String known(String text) {
		StringBuilder known = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach((one) -> known.append(known(one)));
		return known.toString();
	}

	byte[] bytes(String text) {
		return text.getBytes(this.charset);
	}

	String charset() {
		return this.charset.name().equals("windows-31j") ? "Shift_JIS" : this.charset.name();
	}

	/** Half-width characters count one, all others two: never less than they take. */
	static int width(String text) {
		return text.codePoints().map((one) -> half(one) ? 1 : 2).sum();
	}

	static boolean half(int one) {
		return one < 0x7f || (one >= 0xff61 && one <= 0xff9f);
	}

	private String known(int one) {
		if (Character.isISOControl(one)) {
			return (one == '\n') ? "\n" : "";
		}
		String self = Character.toString(one);
		if (carried(self)) {
			return self;
		}
		String replacement = this.replacements.get(one);
		if (replacement != null && carried(replacement)) {
			return replacement;
		}
		String plain = Normalizer.normalize(self, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
		return (!plain.isEmpty() && carried(plain)) ? plain : MISSING;
	}

	/** By the way there and back: some encoders put another sign and say nothing. */
	private boolean carried(String text) {
		return text.equals(new String(text.getBytes(this.charset), this.charset));
	}

}
