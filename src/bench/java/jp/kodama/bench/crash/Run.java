package jp.kodama.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;

/**
 * Alerts under load, {@code kill -9} at a random instant, restart; and again. At the end
 * every alert that was accepted must have left, and the ledger tells which left twice.
 * Then the same in the middle of mass mailings. Arguments: rounds (100), mailings (20).
 */
public final class Run implements Bench.Workload {

	private static final String ALERT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示を発令しました", "instruction": "全員避難してください。",
			 "description": "土砂災害の危険が高まっています。", "expiresIn": "PT12H"}""";

	private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

	private final Random random = new Random();

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int rounds = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.get(0));
		Path project = Path.of(System.getenv().getOrDefault("KODAMA_ROOT", "."));
		int mailings = (arguments.size() > 1) ? Integer.parseInt(arguments.get(1)) : 20;
		Figures figures = (rounds > 0) ? rounds(project, rounds) : new Figures();
		return (mailings > 0) ? new Mails(project).rounds(figures, mailings) : figures;
	}

	/** Does so many rounds with the project at a path. */
	public Figures rounds(Path project, int rounds) throws Exception {
		Engine engine = new Engine(project);
		Path ledger = engine.root().resolve("ledger");
		write(engine.root(), ledger);
		engine.start();
		engine.admit(List.of());
		for (int round = 0; round < rounds; round++) {
			load(engine);
			engine.start();
		}
		int waiting = settled(engine);
		engine.stop();
		Map<String, Integer> left = new HashMap<>();
		for (String line : Files.readAllLines(ledger.resolve("ledger"))) {
			left.merge(line, 1, Integer::sum);
		}
		long lost = this.accepted.stream().filter((alert) -> !left.containsKey(alert + ".ledger.0")).count();
		long repeated = left.values().stream().filter((times) -> times > 1).count();
		return new Figures().with("kill -9", "rounds", rounds)
			.with("kill -9", "accepted", this.accepted.size())
			.with("kill -9", "lost", lost)
			.with("kill -9", "not settled", waiting)
			.with("kill -9", "repeated", repeated);
	}

	/** Four callers post until the engine dies under them. */
	private void load(Engine engine) throws InterruptedException {
		int before = this.accepted.size();
		Thread[] callers = new Thread[4];
		for (int i = 0; i < callers.length; i++) {
			callers[i] = new Thread(() -> {
				try {
					while (true) {
						this.accepted.add(engine.post("/api/v1/alerts?release=true", ALERT).get("identifier").asString());
					}
				}
				catch (IOException | InterruptedException ex) {
					// Killed, as planned: this one was not accepted.
					Thread.currentThread().interrupt();
				}
			});
			callers[i].start();
		}
		while (this.accepted.size() == before) {
			Thread.sleep(1);
		}
		Thread.sleep(this.random.nextInt(1500));
		engine.kill();
		for (Thread caller : callers) {
			caller.join();
		}
	}

	/** Waits for what is still to leave; how many never settled. */
	private int settled(Engine engine) throws Exception {
		List<String> open = List.copyOf(this.accepted);
		for (int tries = 0; tries < 300 && !open.isEmpty(); tries++) {
			List<String> rest = new java.util.ArrayList<>();
			for (String alert : open) {
				var deliveries = engine.get("/api/v1/alerts/" + alert + "/deliveries");
				boolean done = !deliveries.isEmpty() && deliveries.get(0).get("state").asString().equals("DONE");
				if (!done) {
					rest.add(alert);
				}
			}
			open = rest;
			if (!open.isEmpty()) {
				Thread.sleep(200);
			}
		}
		return open.size();
	}

	/** One live channel that is not idempotent: it appends to a ledger. */
	private static void write(Path root, Path ledger) throws IOException {
		Path folder = Files.createDirectories(root.resolve("channels/ledger"));
		Files.createDirectories(folder.resolve("templates"));
		Files.createDirectories(ledger);
		Files.writeString(root.resolve("config/channels.yaml"), "kodama: {channels: {ledger: {mode: live}}}\n");
		Files.writeString(folder.resolve("templates/text.txt"), "[(${w.headline()})]");
		Files.writeString(folder.resolve("channel.yaml"), """
				title: {ja: 台帳, en: Ledger}
				languages: [ja]
				recipients: false
				idempotent: false
				evidence: HANDED_OVER
				depends-on: [power]
				""");
		Files.writeString(folder.resolve("ledger-sink.kamelet.yaml"), """
				apiVersion: camel.apache.org/v1
				kind: Kamelet
				metadata:
				  name: ledger-sink
				spec:
				  template:
				    from:
				      uri: kamelet:source
				      steps:
				        - validate: {expression: {simple: "${body} is 'jp.kodama.delivery.Parcel$Live'"}}
				        - setBody: {simple: "${body.delivery().id()}"}
				        - to: 'file:%s?fileName=ledger&fileExist=Append&appendChars=\\n'
				""".formatted(ledger));
	}

}
