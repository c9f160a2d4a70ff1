package jp.kodama.bench.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Sinks;

/**
 * Earthquake early warnings, each an event of its own, renamed into the inbox and sent by
 * TCP, also while a mass mailing of low priority goes on; then how many telegrams a second
 * are decided, and how long a day of a feed takes. Arguments: warnings (60), mails a
 * second (1000), telegrams at once (3000), telegrams of the feed (2000).
 */
public final class Run implements Bench.Workload {

	private static final String NOTICE = """
			{"event": "お知らせ", "headline": "お知らせ %d", "instruction": "水道の点検があります。", "severity": "Minor",
			 "urgency": "Future", "description": "あすの午後、水が濁ることがあります。", "expiresIn": "PT1H"}""";

	private volatile boolean mailing = true;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int warnings = argument(arguments, 0, 60);
		int mails = argument(arguments, 1, 1000);
		int flood = argument(arguments, 2, 3000);
		int day = argument(arguments, 3, 2000);
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Sinks sinks = Sinks.all(engine);
		Provider provider = new Provider();
		int line = freePort();
		Files.writeString(engine.root().resolve("config/sources.yaml"), """
				kodama:
				  sources:
				    receiver: {kind: tcp, address: "127.0.0.1:%d"}
				    jma: {kind: feed, address: "%s", options: {every: 200ms}}
				""".formatted(line, provider.address()));
		Figures figures = new Figures();
		engine.start();
		sinks.connect();
		Way rename = (event) -> rename(engine, event);
		warn(rename, "warm", 15);
		sinks.report(figures, "quiet: rename → first byte: ", warn(rename, "quiet", warnings));
		try (Socket receiver = new Socket(InetAddress.getLoopbackAddress(), line)) {
			receiver.setTcpNoDelay(true);
			sinks.report(figures, "quiet: packet → first byte: ",
					warn((event) -> send(receiver, event), "packet", warnings));
		}
		List<String> residents = new ArrayList<>();
		for (int i = 0; i < mails; i++) {
			residents.add("email resident" + i + "@example.jp");
		}
		engine.admit(residents);
		long before = sinks.count("email");
		long began = System.nanoTime();
		Thread mailing = new Thread(() -> mail(engine));
		mailing.start();
		List<Long> due = warn(rename, "busy", warnings);
		this.mailing = false;
		mailing.join();
		figures.with("mails beside", "per s", (sinks.count("email") - before) / ((System.nanoTime() - began) / 1e9));
		sinks.report(figures, "mailing: rename → first byte: ", due, Run::warning);
		Floods floods = new Floods(engine, figures);
		floods.inbox(flood);
		floods.feed(provider, day);
		engine.stop();
		return figures;
	}

	private static int argument(List<String> arguments, int place, int otherwise) {
		return (arguments.size() > place) ? Integer.parseInt(arguments.get(place)) : otherwise;
	}

	/** One a second; when each was sent. */
	private static List<Long> warn(Way way, String event, int count) throws Exception {
		List<Long> due = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			due.add(way.send(event + i));
			Thread.sleep(1000);
		}
		return due;
	}

	private static long rename(Engine engine, String event) throws IOException {
		Path part = Files.writeString(engine.home().resolve("inbox/.part"), telegram(event));
		long now = System.nanoTime();
		Files.move(part, engine.home().resolve("inbox/" + event + ".xml"), StandardCopyOption.ATOMIC_MOVE);
		return now;
	}

	private static long send(Socket receiver, String event) throws IOException {
		byte[] telegram = telegram(event).getBytes(StandardCharsets.UTF_8);
		byte[] frame = ByteBuffer.allocate(4 + telegram.length).putInt(telegram.length).put(telegram).array();
		long now = System.nanoTime();
		receiver.getOutputStream().write(frame);
		return now;
	}

	private static String telegram(String event) {
		return Telegram.eew(event, Telegram.HERE, OffsetDateTime.now());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** A notice of low priority to all residents, every second. */
	private void mail(Engine engine) {
		for (int i = 0; this.mailing; i++) {
			try {
				engine.post("/api/v1/alerts?release=true", NOTICE.formatted(i));
				Thread.sleep(1000);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** Everything but a mail of the mass mailing: base64 shows a word in one of three ways. */
	private static boolean warning(String text) {
		if (!text.contains("Message-ID")) {
			return true;
		}
		for (int before = 0; before < 3; before++) {
			byte[] word = ("x".repeat(before) + "緊急地震速報").getBytes(StandardCharsets.UTF_8);
			String encoded = Base64.getEncoder().withoutPadding().encodeToString(word);
			if (text.contains(encoded.substring((before > 0) ? 4 : 0, encoded.length() - 2))) {
				return true;
			}
		}
		return false;
	}

	/** How a telegram comes in; when it left. */
	private interface Way {

		long send(String event) throws Exception;

	}

}
