package jp.kodama.bench.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server that can be made to die or to hang, and that remembers who got mail: its
 * memory outlives it, unlike a process's.
 */
public final class StubRelay implements AutoCloseable {

	private static final Pattern RID = Pattern.compile("rid-(\\d+)");

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final CountDownLatch never = new CountDownLatch(1);

	private final ConcurrentHashMap<String, AtomicInteger> got;

	private final AtomicInteger taken = new AtomicInteger();

	private final ServerSocket server;

	private volatile int hangAfter = Integer.MAX_VALUE;

	private volatile int dieAfter = Integer.MAX_VALUE;

	/** Listens; {@code got} counts the mails of each recipient, and may be shared. */
	public StubRelay(ConcurrentHashMap<String, AtomicInteger> got) throws IOException {
		this.got = got;
		this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		daemon(() -> {
			while (true) {
				Socket client = this.server.accept();
				client.setTcpNoDelay(true);
				this.open.add(client);
				daemon(() -> talk(client));
			}
		});
	}

	/** As {@code channels.yaml} has it. */
	public String address() {
		return "smtp://127.0.0.1:" + this.server.getLocalPort();
	}

	/** How many mails it has taken. */
	public int taken() {
		return this.taken.get();
	}

	/** After so many mails it accepts everything and answers nothing. */
	public StubRelay hangAfter(int mails) {
		this.hangAfter = mails;
		return this;
	}

	/** After so many mails it is gone in the middle of all talks. */
	public StubRelay dieAfter(int mails) {
		this.dieAfter = mails;
		return this;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.open) {
			if (this.open.remove(socket)) {
				socket.setSoLinger(true, 0);
				socket.close();
			}
		}
	}

	private void talk(Socket client) throws IOException, InterruptedException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 16_384);
		OutputStream out = client.getOutputStream();
		say(out, "220 stub");
		StringBuilder answers = new StringBuilder();
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (this.taken.get() >= this.hangAfter) {
				this.never.await();
			}
			String verb = line.length() < 4 ? line : line.substring(0, 4);
			answers.append(switch (verb) {
				case "EHLO" -> "250-stub\r\n250 PIPELINING\r\n";
				case "DATA" -> "354 go\r\n";
				default -> "250 2.0.0 ok\r\n";
			});
			if (!in.ready() || verb.equals("DATA")) {
				out.write(answers.toString().getBytes(StandardCharsets.US_ASCII));
				answers.setLength(0);
			}
			if (verb.equals("DATA")) {
				data(in);
				answers.append("250 2.0.0 queued\r\n");
				if (!in.ready()) {
					out.write(answers.toString().getBytes(StandardCharsets.US_ASCII));
					answers.setLength(0);
				}
			}
		}
	}

	private void data(BufferedReader in) throws IOException {
		String rid = "";
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			Matcher found = RID.matcher(line);
			if (rid.isEmpty() && found.find()) {
				rid = found.group(1);
			}
		}
		this.got.computeIfAbsent(rid, (one) -> new AtomicInteger()).incrementAndGet();
		if (this.taken.incrementAndGet() == this.dieAfter) {
			close();
			throw new IOException("gone");
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	private static void daemon(Loop loop) {
		Thread thread = new Thread(() -> {
			try {
				loop.run();
			}
			catch (IOException ex) {
				// The engine hung up, or we did.
				Thread.currentThread().interrupt();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	/** Something with I/O that goes on. */
	private interface Loop {

		void run() throws IOException, InterruptedException;

	}

}
