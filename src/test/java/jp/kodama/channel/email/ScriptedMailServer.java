package jp.kodama.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server that answers as a test wants: the script maps a command line (or
 * {@code .} for the end of a mail) to a reply; null is the usual reply, empty closes the
 * connection without a word.
 */
final class ScriptedMailServer implements AutoCloseable {

	/** What makes the server close the connection. */
	static final String HANG_UP = "";

	/** Every command line received. */
	final List<String> heard = new CopyOnWriteArrayList<>();

	/** How many connections were made. */
	final AtomicInteger connections = new AtomicInteger();

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final ServerSocket server;

	private final Function<String, String> script;

	ScriptedMailServer(Function<String, String> script) throws IOException {
		this.script = script;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	/** A server that says hello to everybody, and then nothing more. */
	static void greetOnly(ServerSocket server) {
		try {
			while (true) {
				say(server.accept(), "220 ready");
			}
		}
		catch (IOException ex) {
			// Closed: the end.
		}
	}

	String address() {
		return "smtp://127.0.0.1:" + this.server.getLocalPort();
	}

	/** As a server does that restarts. */
	void hangUpOnAll() throws IOException {
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		hangUpOnAll();
	}

	private void accept() throws IOException {
		while (true) {
			Socket socket = this.server.accept();
			this.connections.incrementAndGet();
			this.open.add(socket);
			start(() -> talk(socket));
		}
	}

	private void talk(Socket socket) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		say(socket, "220 ready");
		boolean inData = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (inData && !line.equals(".")) {
				continue;
			}
			this.heard.add(line);
			String reply = this.script.apply(line);
			if (HANG_UP.equals(reply)) {
				socket.close();
				return;
			}
			say(socket, (reply != null) ? reply : line.equals("DATA") ? "354 go on" : "250 2.0.0 ok");
			inData = line.equals("DATA") && reply == null;
		}
	}

	private static void say(Socket socket, String reply) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static void start(Talk talk) {
		Thread thread = new Thread(() -> {
			try {
				talk.run();
			}
			catch (IOException ex) {
				// The socket was closed: the end of the talk.
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	/** Something that ends when its socket does. */
	private interface Talk {

		void run() throws IOException;

	}

}
