package jp.kodama.channel.email;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Commands and mails out, replies in, over a socket that is signed in. What is to go out
 * is gathered until {@link #flush()}, so that a pipelined group is one write (RFC 2920).
 */
final class SmtpStream {

	/** RFC 5321 §4.5.3.1.5 allows 512; some servers write novels. */
	private static final int LONGEST_REPLY = 16_384;

	private static final byte[] CRLF = { '\r', '\n' };

	private static final byte[] END = { '.', '\r', '\n' };

	private static final byte[] DOT = { '.' };

	private final InputStream in;

	private final OutputStream out;

	private final byte[] heard = new byte[4096];

	private int read;

	private int filled;

	private byte[] waiting = new byte[8192];

	private int length;

	private int owed;

	private volatile long askedAt;

	SmtpStream(Socket socket) throws IOException {
		this.in = socket.getInputStream();
		this.out = socket.getOutputStream();
	}

	/** A command, without its line end. */
	void command(String command) {
		if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0) {
			throw new IllegalArgumentException("a command is one line: " + command);
		}
		byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
		add(bytes, 0, bytes.length);
		add(CRLF, 0, 2);
		this.owed++;
	}

	/** A whole mail and the dot that ends it; dots that begin a line are doubled. */
	void mail(byte[] content) {
		int from = 0;
		// Nearly always none: one look at each byte, and one copy of the whole.
		for (int i = 0; i < content.length; i++) {
			if (content[i] == '.' && (i == 0 || content[i - 1] == '\n')) {
				add(content, from, i);
				add(DOT, 0, 1);
				from = i;
			}
		}
		add(content, from, content.length);
		if (content.length == 0 || content[content.length - 1] != '\n') {
			add(CRLF, 0, 2);
		}
		add(END, 0, 3);
		this.owed++;
	}

	/** Lets go what was gathered. */
	void flush() throws IOException {
		if (this.length == 0) {
			return;
		}
		this.askedAt = System.nanoTime();
		this.out.write(this.waiting, 0, this.length);
		this.out.flush();
		this.length = 0;
	}

	/** How long an answer has been owed, in nanoseconds; 0 if none is. */
	long silence() {
		long since = this.askedAt;
		return (since != 0) ? Math.max(1, System.nanoTime() - since) : 0;
	}

	/**
	 * The next reply.
	 * @param command what it answers to
	 * @throws Farewell if the server ends the talk (421)
	 */
	Reply reply(String command) throws IOException {
		String line = line();
		String text = line;
		@Nullable StringBuilder more = null;
		while (line.length() > 3 && line.charAt(3) == '-') {
			line = line();
			more = (more != null) ? more : new StringBuilder(text);
			if (more.length() < LONGEST_REPLY) {
				more.append(' ').append(line);
			}
		}
		this.owed--;
		this.askedAt = (this.owed > 0) ? System.nanoTime() : 0;
		Reply reply = new Reply(code(line), command, (more != null) ? more.toString() : text);
		if (reply.code() == 421) {
			throw new Farewell(reply);
		}
		return reply;
	}

	private static int code(String line) throws IOException {
		if (line.length() >= 3 && line.chars().limit(3).allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return Integer.parseInt(line, 0, 3, 10);
		}
		throw new IOException("not an SMTP reply: " + line);
	}

	private String line() throws IOException {
		int begin = this.read;
		int scanned = begin;
		while (true) {
			for (int i = scanned; i < this.filled; i++) {
				if (this.heard[i] == '\n') {
					this.read = i + 1;
					int end = (i > begin && this.heard[i - 1] == '\r') ? i - 1 : i;
					return new String(this.heard, begin, end - begin, StandardCharsets.UTF_8);
				}
			}
			System.arraycopy(this.heard, begin, this.heard, 0, this.filled - begin);
			this.filled -= begin;
			begin = 0;
			this.read = 0;
			scanned = this.filled;
			if (this.filled == this.heard.length) {
				throw new IOException("a reply line of more than " + this.heard.length + " bytes");
			}
			int count = this.in.read(this.heard, this.filled, this.heard.length - this.filled);
			if (count < 0) {
				throw new EOFException("[EOF]");
			}
			this.filled += count;
		}
	}

	private void add(byte[] bytes, int from, int to) {
		if (this.waiting.length - this.length < to - from) {
			this.waiting = Arrays.copyOf(this.waiting, this.waiting.length * 2 + to - from);
		}
		System.arraycopy(bytes, from, this.waiting, this.length, to - from);
		this.length += to - from;
	}

	/** The server hangs up and says so. */
	static final class Farewell extends IOException {

		Farewell(Reply reply) {
			super(reply.text());
		}

	}

}
