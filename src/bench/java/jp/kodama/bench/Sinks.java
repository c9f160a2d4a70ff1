package jp.kodama.bench;

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
import java.util.function.Predicate;

/** The far end of every channel of an engine, all live, with one recipient each. */
public final class Sinks {

	private final Map<String, List<Sink.Arrival>> channels = new LinkedHashMap<>();

	private final Engine engine;

	/** Writes the engine's {@code channels.yaml}; call before it starts. */
	public Sinks(Engine engine, int mailPort) throws IOException {
		this.engine = engine;
		Sink text = Sink.http("{\"sid\":\"SM00000000000000000000000000000000\",\"status\":\"queued\"}");
		Sink line = Sink.http("{}");
		Path out = engine.root().resolve("out");
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
				""".formatted(mailPort, text.port(), line.port(), secret, out));
		this.channels.put("sms", text.arrivals());
		this.channels.put("line", line.arrivals());
		this.channels.put("website", new Folder(out.resolve("website/alerts")).arrivals());
		this.channels.put("catv", new Folder(out.resolve("catv")).arrivals());
		this.channels.put("radio", new Folder(out.resolve("radio")).arrivals());
	}

	/** With mail of one's own; {@link #Sinks(Engine, int)}. */
	public static Sinks all(Engine engine) throws IOException {
		Sink mail = Sink.smtp();
		Sinks sinks = new Sinks(engine, mail.port());
		sinks.channels.put("email", mail.arrivals());
		return sinks;
	}

	/** Recipients who are not samples, and a screen; call after the start. */
	public Sinks connect() throws Exception {
		this.engine.admit(
				List.of("email bench@example.jp", "sms +819000000099", "line U000000000000000000000000000000ff"));
		List<Sink.Arrival> screens = new CopyOnWriteArrayList<>();
		HttpRequest request = HttpRequest.newBuilder(this.engine.uri("/signage/events")).build();
		HttpClient.newHttpClient().sendAsync(request, BodyHandlers.fromLineSubscriber(new LineListener(screens)));
		this.channels.put("signage (told to screens)", screens);
		return this;
	}

	/** How much came by a channel. */
	public long count(String channel) {
		return this.channels.getOrDefault(channel, List.of()).size();
	}

	/**
	 * Adds a row a channel: from when each message was due to the first that came after it.
	 * The messages must be further apart than that takes.
	 */
	public void report(Figures figures, String row, List<Long> due) {
		report(figures, row, due, (text) -> true);
	}

	/** The same, for what a test of its text lets through. */
	public void report(Figures figures, String row, List<Long> due, Predicate<String> which) {
		this.channels.forEach((channel, arrivals) -> {
			List<Long> latencies = new ArrayList<>();
			for (int i = 0; i < due.size(); i++) {
				long from = due.get(i);
				long to = (i + 1 < due.size()) ? due.get(i + 1) : Long.MAX_VALUE;
				arrivals.stream()
					.filter((arrival) -> which.test(arrival.text()))
					.mapToLong(Sink.Arrival::at)
					.filter((at) -> at > from && at < to)
					.min()
					.ifPresent((at) -> latencies.add(at - from));
			}
			figures.withTimes(row + channel, latencies);
		});
	}

}
