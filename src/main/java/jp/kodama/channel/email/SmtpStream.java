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
		room(bytes.length + 2);
		System.arraycopy(bytes, 0, this.waiting, this.length, bytes.length);
		this.length += bytes.length;
		lineEnd();
		this.owed++;
	}

	/** A whole mail and the dot that ends it; dots that begin a line are doubled. */
	void mail(byte[] content) {
		// At worst each line is a dot of its own.
		room(content.length + content.length / 2 + 6);
		byte[] to = this.waiting;
		int at = this.length;
		boolean begins = true;
		for (byte one : content) {
			if (begins && one == '.') {
				to[at++] = '.';
			}
			to[at++] = one;
			begins = one == '\n';
		}
		this.length = at;
		if (!begins) {
			lineEnd();
		}
		this.waiting[this.length++] = '.';
		lineEnd();
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

	private void lineEnd() {
		this.waiting[this.length++] = '\r';
		this.waiting[this.length++] = '\n';
	}

	private void room(int bytes) {
		if (this.waiting.length - this.length < bytes) {
			this.waiting = Arrays.copyOf(this.waiting, Math.max(this.waiting.length * 2, this.length + bytes));
		}
	}

	/** The server hangs up and says so. */
	static final class Farewell extends IOException {

		Farewell(Reply reply) {
			super(reply.text());
		}

	}

}
