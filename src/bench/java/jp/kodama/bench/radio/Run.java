package jp.kodama.bench.radio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import org.jspecify.annotations.Nullable;

/**
 * From the POST that releases an evacuation order to the INVITE and the first RTP packet
 * at a SIP unit, with all its sentences new and with all of them spoken before; then how
 * evenly multicast packets leave. Arguments: alerts of each kind (30), seconds of pacing
 * (30).
 */
public final class Run implements Bench.Workload {

	private static final int WARM = 5;

	private static final String ALERT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示を発令しました",
			 "instruction": "%2$d番の危険な場所から全員避難してください。外に出るのが危ないときは、%2$d階以上の部屋へ移ってください。",
			 "description": "土砂災害の危険が非常に高まっています。避難所は%2$d番公民館です。連絡は%1$s", "expiresIn": "PT12H"}""";

	private final Figures figures = new Figures();

	private @Nullable String last;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 30 : Integer.parseInt(arguments.get(0));
		int seconds = (arguments.size() > 1) ? Integer.parseInt(arguments.get(1)) : 30;
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Answerer unit = new Answerer();
		Files.writeString(engine.root().resolve("config/channels.yaml"),
				"kodama: {channels: {radio: {mode: live, address: \"" + unit.uri() + "\"}}}\n");
		this.figures.with("start to ready", "s", engine.start() / 1e9);
		engine.admit(List.of());
		Thread.sleep(5000);
		release(engine, unit, "first after the start", 1, 1);
		release(engine, unit, "", WARM, 100);
		release(engine, unit, "all sentences new", count, 1000);
		release(engine, unit, "spoken before", count, -1);
		engine.stop();
		Pacing.measure(this.figures, seconds, 0);
		Pacing.measure(this.figures, seconds, 2 * Runtime.getRuntime().availableProcessors());
		return this.figures;
	}

	/** Each updates the one before; with {@code first} below zero they all say the same. */
	private void release(Engine engine, Answerer unit, String row, int count, int first) throws Exception {
		List<Long> rang = new ArrayList<>();
		List<Long> sound = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			unit.forget();
			long begin = System.nanoTime();
			String path = (this.last != null) ? "/" + this.last + "/update" : "";
			this.last = engine.post("/api/v1/alerts" + path + "?release=true",
					ALERT.formatted("町役場です。", (first < 0) ? 1000 : first + i))
				.get("identifier")
				.asString();
			Answerer.Call call = unit.next();
			rang.add(call.rang() - begin);
			sound.add(call.sound() - begin);
		}
		if (!row.isEmpty()) {
			this.figures.withTimes("release → INVITE: " + row, rang);
			this.figures.withTimes("release → first RTP: " + row, sound);
		}
	}

}
