package jp.kodama.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/** Takes what a channel sends, on loopback, and remembers when its first byte came. */
public final class Sink {

	private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

	private int port;

	/** An SMTP server that says yes to everything. */
	public static Sink smtp() throws IOException {
		Sink sink = new Sink();
		ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		sink.port = server.getLocalPort();
		daemon(() -> {
			while (true) {
				Socket client = server.accept();
				client.setTcpNoDelay(true);
				daemon(() -> sink.converse(client));
			}
		});
		return sink;
	}

	/** An HTTP server that answers every POST with one JSON. */
	public static Sink http(String answer) throws IOException {
		Sink sink = new Sink();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		server.setExecutor(Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		}));
		server.createContext("/", (exchange) -> {
			long now = System.nanoTime();
			sink.arrivals.add(new Arrival(now, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.getResponseHeaders().add("x-line-request-id", "bench");
			exchange.sendResponseHeaders(answer.contains("sid") ? 201 : 200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		server.start();
		sink.port = server.getAddress().getPort();
		return sink;
	}

	/** Where it listens. */
	public int port() {
		return this.port;
	}

	/** What came, in order. */
	public List<Arrival> arrivals() {
		return this.arrivals;
	}

	private void converse(Socket client) throws IOException {
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
				OutputStream out = client.getOutputStream()) {
			say(out, "220 sink");
			long first = 0;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
				if (verb.equals("MAIL")) {
					first = System.nanoTime();
				}
				if (verb.equals("DATA")) {
					say(out, "354 go on");
					StringBuilder mail = new StringBuilder();
					for (line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
						mail.append(line).append('\n');
					}
					this.arrivals.add(new Arrival(first, mail.toString()));
				}
				say(out, verb.equals("EHLO") ? "250-sink\r\n250 8BITMIME" : verb.equals("QUIT") ? "221 bye" : "250 ok");
			}
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	private static void daemon(Loop loop) {
		Thread thread = new Thread(() -> {
			try {
				loop.run();
			}
			catch (IOException ex) {
				// The engine hung up.
				Thread.currentThread().interrupt();
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	/** Something with I/O that goes on. */
	private interface Loop {

		void run() throws IOException;

	}

	/**
	 * One thing that came.
	 *
	 * @param at when its first byte came, {@link System#nanoTime()}
	 * @param text what it was
	 */
	public record Arrival(long at, String text) {
	}

}
