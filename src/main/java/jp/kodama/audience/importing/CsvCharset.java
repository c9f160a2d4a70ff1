package jp.kodama.audience.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/**
 * In what letters a file is written: UTF-8, or what Excel writes in Japan. Other kinds
 * are refused by name, rather than taken in as garbled names.
 */
final class CsvCharset {

	/** Shift_JIS with the extensions of Windows (① ㈱ 髙). */
	static final Charset EXCEL = Charset.forName("windows-31j");

	private static final Charset EUC = Charset.forName("EUC-JP");

	/** First bytes → what they are. */
	private static final Map<String, String> OTHERS = Map.of("504b0304",
			"Excel ブック（.xlsx）。CSV で保存してください / an Excel workbook: save it as CSV", "d0cf11e0",
			"Excel ブック（.xls）。CSV で保存してください / an Excel workbook: save it as CSV", "feff", "UTF-16", "fffe", "UTF-16",
			"1f8b", "gzip", "25504446", "PDF", "1b2442", "ISO-2022-JP");

	private static final int BEGINNING = 64 * 1024;

	private CsvCharset() {
	}

	/**
	 * Reads the file once, or a few times.
	 * @throws UnusableFile if it is neither
	 */
	static Charset of(Path file) throws IOException {
		byte[] beginning = beginning(file);
		String hex = HexFormat.of().formatHex(beginning);
		OTHERS.forEach((bytes, name) -> {
			if (hex.startsWith(bytes)) {
				throw refused(name);
			}
		});
		String words = new String(beginning, StandardCharsets.ISO_8859_1);
		if (words.contains("\u001b$B") || words.contains("\u001b$@")) {
			throw refused("ISO-2022-JP");
		}
		if (twoBytesEach(beginning)) {
			throw refused("UTF-16");
		}
		if (readable(file, StandardCharsets.UTF_8)) {
			return StandardCharsets.UTF_8;
		}
		if (hex.startsWith("efbbbf")) {
			throw refused("壊れた UTF-8 / broken UTF-8");
		}
		if (readable(file, EUC)) {
			throw refused("EUC-JP");
		}
		if (readable(file, EXCEL)) {
			return EXCEL;
		}
		throw refused("不明な文字コード / unknown");
	}

	/** Every comma and line end of UTF-16 has a NUL, all on the same side. */
	private static boolean twoBytesEach(byte[] beginning) {
		int[] nuls = new int[2];
		for (int i = 0; i < beginning.length; i++) {
			nuls[i % 2] += (beginning[i] == 0) ? 1 : 0;
		}
		int most = Math.max(nuls[0], nuls[1]);
		return most * 50 > beginning.length && Math.min(nuls[0], nuls[1]) * 10 < most;
	}

	private static byte[] beginning(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] beginning = in.readNBytes(BEGINNING);
			if (beginning.length == 0) {
				throw new UnusableFile("ファイルが空です / the file is empty");
			}
			return beginning;
		}
	}

	private static boolean readable(Path file, Charset charset) throws IOException {
		try (Reader reader = open(file, charset)) {
			char[] buffer = new char[BEGINNING];
			while (reader.read(buffer) >= 0) {
				continue;
			}
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/** Reads strictly: what is no letter is an error, not a question mark. */
	static Reader open(Path file, Charset charset) throws IOException {
		return new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), BEGINNING),
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static UnusableFile refused(String name) {
		return new UnusableFile("UTF-8 か Shift_JIS の CSV ではありません / neither UTF-8 nor Shift_JIS CSV: " + name);
	}

}
