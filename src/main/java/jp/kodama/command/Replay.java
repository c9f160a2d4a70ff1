package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jp.kodama.intake.MessageReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./kodama replay}: telegrams as if issued now, for rehearsal only. At a speed,
 * telegrams come when they came, whatever the deliveries of those before are doing.
 */
@Command(name = "replay", mixinStandardHelpOptions = true,
		description = "電文を今の時刻で訓練再生 / play telegrams as if issued now, into rehearsal only")
class Replay implements Callable<Integer> {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	@Option(names = "--speed", defaultValue = "0", paramLabel = "N",
			description = "元の間隔の N 倍の速さ。0 は間を置かない / N times as fast as they came; 0: without pauses (default)")
	private double speed;

	@Option(names = "--gap", defaultValue = "30", paramLabel = "SECONDS",
			description = "これより長い間は縮める / no pause is longer than this (default ${DEFAULT-VALUE})")
	private int gap = 30;

	@Option(names = "--wait", defaultValue = "60", paramLabel = "SECONDS",
			description = "配信を待つ秒数 / how long to wait for deliveries (default ${DEFAULT-VALUE})")
	private int wait = 60;

	@Option(names = "--root", defaultValue = "${KODAMA_ROOT:-.}", hidden = true)
	private Path root = Path.of(".");

	@Mixin
	private Server server = new Server();

	@Parameters(arity = "1..*", paramLabel = "FILE|DIR")
	private List<Path> paths = List.of();

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		PrintWriter out = Objects.requireNonNull(this.spec).commandLine().getOut();
		List<ReplayPlan.Turn> turns = new ReplayPlan(this.speed, Duration.ofSeconds(this.gap),
				new MessageReader(this.root.resolve("config")))
			.of(this.paths);
		Timeline timeline = new Timeline(this.server, out, Duration.ofSeconds(this.wait));
		String run = "replay-" + Long.toString(System.currentTimeMillis(), 36);
		long began = System.nanoTime();
		boolean settled = true;
		try (Watchers watchers = new Watchers(timeline, this.speed > 0)) {
			for (ReplayPlan.Turn turn : turns) {
				if (!turn.cut().isZero()) {
					out.println("  … " + length(turn.cut()) + "の間を" + this.gap + "秒に縮めます / a pause cut to " + this.gap
							+ " s");
					out.flush();
				}
				until(began + turn.at().toNanos());
				settled &= play(turn, run, out, watchers);
				out.flush();
			}
			settled &= watchers.settled();
		}
		out.flush();
		return settled ? 0 : 1;
	}

	/** One that the server cannot read stops nothing but itself. */
	private boolean play(ReplayPlan.Turn turn, String run, PrintWriter out, Watchers watchers) throws IOException {
		String name = String.valueOf(turn.file().getFileName());
		String when = (turn.issued() != null) ? WHEN.format(turn.issued()) + "  " : "";
		JsonNode answer;
		try {
			answer = this.server.post("/api/v1/replay?run=" + run + "&name=" + encoded(name),
					"application/octet-stream", Files.readAllBytes(turn.file()));
		}
		catch (Server.Refused ex) {
			out.println(when + name + ": REJECT " + ex.getMessage());
			return false;
		}
		out.println(
				when + name + ": " + answer.path("decision").asString("") + " " + answer.path("reason").asString(""));
		Instant entered = Instant.parse(answer.path("entered").asString(""));
		answer.path("held")
			.forEach((held) -> out.println("  職員の承認待ち / waits for an officer: " + told(answer, held.asString(""))));
		answer.path("notes").forEach((note) -> out.println("  " + note.asString("")));
		boolean settled = true;
		for (JsonNode released : answer.path("released")) {
			out.println("  " + told(answer, released.asString("")) + "（訓練用の出力のみ / rehearsal only）");
			settled &= watchers.watch(released.asString(""), entered);
		}
		return settled;
	}

	/** An alert by its number and its words: {@code 17461-…「津波警報が発表されました」}. */
	private static String told(JsonNode answer, String identifier) {
		String headline = answer.path("headlines").path(identifier).asString("");
		return headline.isEmpty() ? identifier : identifier + "「" + headline + "」";
	}

	private static String length(Duration pause) {
		return (pause.toDays() > 0) ? pause.toDays() + "日" + pause.toHoursPart() + "時間"
				: pause.toHours() + "時間" + pause.toMinutesPart() + "分";
	}

	private static void until(long nanoTime) throws IOException {
		try {
			TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
