package jp.kodama.audience.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file line by line. No line takes more memory than the longest that is allowed, and a
 * quote left open spoils its own line only: a field never spans lines here.
 */
final class CsvLines implements Closeable {

	/** No resident needs more. */
	static final int LONGEST = 4000;

	private final Reader reader;

	private final char[] buffer = new char[64 * 1024];

	private int filled;

	private int at;

	private int number;

	CsvLines(Path file, Charset charset) throws IOException {
		this.reader = CsvCharset.open(file, charset);
	}

	/** The next line that is not blank; null at the end. */
	@Nullable Line next() throws IOException {
		StringBuilder text = new StringBuilder();
		boolean any = false;
		String fault = "";
		for (int one = read(); one >= 0; one = read()) {
			any = true;
			if (one == '\n') {
				this.number++;
				if (!text.toString().isBlank() || !fault.isEmpty()) {
					return line(text, fault);
				}
				text.setLength(0);
			}
			else if (one == 0) {
				fault = "NUL 文字があります / contains NUL";
			}
			else if (text.length() >= LONGEST) {
				fault = "行が長すぎます（" + LONGEST + "文字まで） / line too long, at most " + LONGEST + " characters";
			}
			else if (one != '\r' && !(one == '\uFEFF' && this.number == 0 && text.isEmpty())) {
				text.append((char) one);
			}
		}
		if (any && (!text.toString().isBlank() || !fault.isEmpty())) {
			this.number++;
			return line(text, fault);
		}
		return null;
	}

	private Line line(StringBuilder text, String fault) {
		boolean open = text.chars().filter((one) -> one == '"').count() % 2 == 1;
		return new Line(this.number, text.toString(),
				(fault.isEmpty() && open) ? "引用符（\"）が閉じていません / a quote is left open" : fault);
	}

	private int read() throws IOException {
		if (this.at == this.filled) {
			this.filled = Math.max(this.reader.read(this.buffer), 0);
			this.at = 0;
			if (this.filled == 0) {
				return -1;
			}
		}
		return this.buffer[this.at++];
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/**
	 * A line.
	 *
	 * @param number from 1, as an editor shows it
	 * @param text cut where it was too long
	 * @param fault why it cannot be read; empty if it can
	 */
	record Line(int number, String text, String fault) {
	}

}
