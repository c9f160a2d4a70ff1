package jp.kodama.bench.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import jp.kodama.alert.Key;

/** A provider of a feed on loopback: nothing in it at first, then a day of telegrams. */
final class Provider {

	private static final String FEED = "/eqvol.xml";

	private final Map<String, byte[]> files = new ConcurrentHashMap<>();

	private final HttpServer server;

	Provider() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		this.server.setExecutor(Executors.newFixedThreadPool(8, (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", (exchange) -> {
			byte[] bytes = this.files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
			exchange.sendResponseHeaders((bytes.length > 0) ? 200 : 404, (bytes.length > 0) ? bytes.length : -1);
			if (bytes.length > 0) {
				exchange.getResponseBody().write(bytes);
			}
			exchange.close();
		});
		this.files.put(FEED, feed(""));
		this.server.start();
	}

	/** Where the feed is. */
	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + FEED;
	}

	/** Publishes telegrams issued within the last day, all at once. */
	void publish(int count) {
		OffsetDateTime now = OffsetDateTime.now().withNano(0);
		StringBuilder entries = new StringBuilder();
		for (int i = 0; i < count; i++) {
			OffsetDateTime at = now.minusSeconds(86_400L * (count - i) / count);
			String path = "/day-" + i + ".xml";
			String area = (i % 3 == 0) ? Telegram.HERE : Telegram.ELSEWHERE;
			this.files.put(path, Telegram.eew("day" + i, area, at).getBytes(StandardCharsets.UTF_8));
			entries.append("<entry><id>urn:day:").append(i).append("</id><updated>").append(Key.capTime(at))
				.append("</updated><link href='").append(path).append("'/></entry>");
		}
		this.files.put(FEED, feed(entries.toString()));
	}

	private static byte[] feed(String entries) {
		return ("<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>" + entries + "</feed>")
			.getBytes(StandardCharsets.UTF_8);
	}

}
