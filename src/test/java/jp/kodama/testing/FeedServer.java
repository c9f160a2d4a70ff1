package jp.kodama.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A provider of feeds over real HTTP, with all the ways in which one can fail. */
public final class FeedServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, byte[]> files = new ConcurrentHashMap<>();

	private final Map<String, String> faults = new ConcurrentHashMap<>();

	private final Map<String, List<OffsetDateTime>> asked = new ConcurrentHashMap<>();

	private final List<String> conditions = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch closing = new CountDownLatch(1);

	/** One that serves nothing yet. */
	public FeedServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** The address of a file. */
	public String uri(String file) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/" + file;
	}

	/** Puts a file there. */
	public void put(String file, byte[] bytes) {
		this.files.put("/" + file, bytes);
	}

	/** Puts a feed there; its telegrams lie beside it. */
	public void feed(String file, List<Item> items) {
		StringBuilder feed = new StringBuilder(
				"<feed xmlns='http://www.w3.org/2005/Atom'><title>高頻度</title><id>urn:f</id>");
		for (Item item : items) {
			feed.append("<entry><title>x</title><id>")
				.append(item.id)
				.append("</id><updated>")
				.append(item.updated)
				.append("</updated>")
				.append(item.inside.replace("{base}", uri("")))
				.append("</entry>");
		}
		put(file, feed.append("</feed>").toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Makes a file fail.
	 * @param fault {@code 500}, {@code 404}, {@code hang}, {@code cut} …; empty: no more
	 */
	public void fault(String file, String fault) {
		this.faults.put("/" + file, fault);
	}

	/** When a file was asked for. */
	public List<OffsetDateTime> asked(String file) {
		return this.asked.getOrDefault("/" + file, List.of());
	}

	/** The If-None-Match headers that came. */
	public List<String> conditions() {
		return this.conditions;
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			this.asked.computeIfAbsent(path, (any) -> Collections.synchronizedList(new ArrayList<>()))
				.add(OffsetDateTime.now());
			answer(exchange, path, this.faults.getOrDefault(path, ""));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange exchange, String path, String fault) throws IOException, InterruptedException {
		byte[] bytes = this.files.get(path);
		if (fault.equals("hang")) {
			this.closing.await();
			return;
		}
		if (bytes == null || fault.matches("\\d+")) {
			exchange.sendResponseHeaders(fault.isEmpty() ? 404 : Integer.parseInt(fault), -1);
			return;
		}
		String tag = "\"" + java.util.Arrays.hashCode(bytes) + "\"";
		String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
		if (condition != null) {
			this.conditions.add(condition);
		}
		if (tag.equals(condition)) {
			exchange.sendResponseHeaders(304, -1);
			return;
		}
		exchange.getResponseHeaders().add("ETag", tag);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes, 0, fault.equals("cut") ? bytes.length / 2 : bytes.length);
	}

	/**
	 * An entry.
	 *
	 * @param id its atom:id
	 * @param updated its atom:updated
	 * @param inside the rest of it
	 */
	public record Item(String id, String updated, String inside) {

		/** One that links to a telegram beside the feed. */
		public static Item of(String telegram, OffsetDateTime updated) {
			return new Item("urn:" + telegram, updated.toString(),
					"<link type='application/xml' href='{base}" + telegram + "'/>");
		}

	}

}
