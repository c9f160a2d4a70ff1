package jp.kodama.bench.entry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Disk;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Folder;
import jp.kodama.bench.Sink;

/**
 * From the POST of an alert to its acknowledgement, and to the first byte at each
 * channel's sink, beside what the disk can do. Arguments: alerts (1000), per second (10).
 * Each alert updates the one before, as in a real event, so one stands at a time. Times
 * start when a request was due, so a stall is charged to whoever caused it.
 */
public final class Run implements Bench.Workload {

	private static final int WARM = 50;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 1000 : Integer.parseInt(arguments.get(0));
		double rate = (arguments.size() > 1) ? Double.parseDouble(arguments.get(1)) : 10;
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Sink mail = Sink.smtp();
		Sink text = Sink.http("{\"sid\":\"SM00000000000000000000000000000000\",\"status\":\"queued\"}");
		Sink line = Sink.http("{}");
		Path out = engine.root().resolve("out");
		channels(engine, mail.port(), text.port(), line.port(), out);
		Figures figures = new Figures();
		figures.with("start to ready", "s", engine.start() / 1e9);
		engine.admit(List.of("email bench@example.jp", "sms +819000000099", "line U000000000000000000000000000000ff"));
		List<Sink.Arrival> screens = screens(engine);
		Folder site = new Folder(out.resolve("website/alerts"));
		Folder cable = new Folder(out.resolve("catv"));
		Folder radio = new Folder(out.resolve("radio"));
		figures.withTimes("disk: one fdatasync", Disk.syncs(engine.root(), 500));
		List<Entry> entries = enter(engine, count, rate);
		Thread.sleep(3000);
		figures.withTimes("entry → acknowledged", entries.stream().map((one) -> one.acknowledged - one.due).toList());
		Map<String, List<Sink.Arrival>> sinks = new LinkedHashMap<>();
		sinks.put("email", mail.arrivals());
		sinks.put("sms", text.arrivals());
		sinks.put("line", line.arrivals());
		sinks.put("website", site.arrivals());
		sinks.put("catv", cable.arrivals());
		sinks.put("radio", radio.arrivals());
		sinks.forEach((name, arrivals) -> figures.withTimes("entry → first byte: " + name, latencies(entries, arrivals)));
		figures.withTimes("entry → told to screens", announced(entries, screens));
		figures.with("acknowledged p99 / fdatasync p50", "ratio",
				figures.get("entry → acknowledged", "p99 ms") / figures.get("disk: one fdatasync", "p50 ms"));
		figures.with("resident after the run", "MiB", engine.residentMegabytes());
		engine.stop();
		return figures;
	}

	private static List<Entry> enter(Engine engine, int count, double rate) throws Exception {
		List<Entry> entries = new ArrayList<>();
		String last = engine.post("/api/v1/alerts?release=true", alert("B00000")).get("identifier").asString();
		long begin = System.nanoTime();
		for (int i = 1; i <= WARM + count; i++) {
			long due = begin + (long) (i * 1e9 / rate);
			long wait = due - System.nanoTime();
			if (wait > 0) {
				Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
			}
			String mark = "B%05d".formatted(i);
			long start = Math.max(due, Math.min(System.nanoTime(), due + 1_000_000));
			last = engine.post("/api/v1/alerts/" + last + "/update?release=true", alert(mark))
				.get("identifier")
				.asString();
			if (i > WARM) {
				entries.add(new Entry(mark, last, start, System.nanoTime()));
			}
		}
		return entries;
	}

	/** The first arrival that names the alert, by its mark or its number. */
	private static List<Long> latencies(List<Entry> entries, List<Sink.Arrival> arrivals) {
		List<Long> latencies = new ArrayList<>();
		for (Entry entry : entries) {
			arrivals.stream()
				.filter((arrival) -> arrival.text().contains(entry.mark) || arrival.text().contains(entry.identifier))
				.findFirst()
				.ifPresent((arrival) -> latencies.add(arrival.at() - entry.due));
		}
		return latencies;
	}

	/** An announcement carries a playlist's tag, not the alert: the first after the entry is its own. */
	private static List<Long> announced(List<Entry> entries, List<Sink.Arrival> arrivals) {
		List<Long> latencies = new ArrayList<>();
		for (Entry entry : entries) {
			arrivals.stream()
				.filter((arrival) -> arrival.at() > entry.due)
				.findFirst()
				.ifPresent((arrival) -> latencies.add(arrival.at() - entry.due));
		}
		return latencies;
	}

	private static String alert(String mark) {
		return """
				{"event": "避難指示", "level": 4, "headline": "%s 避難指示", "instruction": "危険な場所から全員避難してください。",
				 "description": "土砂災害の危険が非常に高まっています。", "expiresIn": "PT12H"}""".formatted(mark);
	}

	/** Listens as a screen does. */
	private static List<Sink.Arrival> screens(Engine engine) {
		List<Sink.Arrival> arrivals = new CopyOnWriteArrayList<>();
		HttpRequest request = HttpRequest.newBuilder(engine.uri("/signage/events")).build();
		HttpClient.newHttpClient()
			.sendAsync(request, BodyHandlers.fromLineSubscriber(new LineListener(arrivals)));
		return arrivals;
	}

	private static void channels(Engine engine, int mail, int text, int line, Path out) throws IOException {
		Path secret = engine.root().resolve("secret");
		Files.writeString(secret, "bench");
		Files.writeString(engine.root().resolve("config/channels.yaml"), """
				kodama:
				  channels:
				    email: {mode: live, address: "smtp://127.0.0.1:%1$d", limits: {from: kodama@anamizu.test, unsubscribe-url: ""}}
				    sms:
				      mode: live
				      address: "http://127.0.0.1:%2$d"
				      secret: "file:%4$s"
				      limits: {account: AC00000000000000000000000000000000, from: "+815000000000"}
				    line: {mode: live, address: "http://127.0.0.1:%3$d", secret: "file:%4$s"}
				    website: {mode: live, address: "file:%5$s/website"}
				    catv: {mode: live, address: "file:%5$s/catv"}
				    signage: {mode: live}
				    radio: {mode: live, address: "file:%5$s/radio"}
				""".formatted(mail, text, line, secret, out));
	}

	/**
	 * One alert.
	 *
	 * @param mark what its headline starts with
	 * @param identifier its number
	 * @param due when it was to be posted
	 * @param acknowledged when the answer was there
	 */
	private record Entry(String mark, String identifier, long due, long acknowledged) {
	}

}
