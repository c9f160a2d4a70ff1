package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jp.kodama.intake.MessageReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./kodama replay}: telegrams as if issued now, for rehearsal only. */
@Command(name = "replay", mixinStandardHelpOptions = true,
		description = "電文を今の時刻で訓練再生 / play telegrams as if issued now, into rehearsal only")
class Replay implements Callable<Integer> {

	@Option(names = "--speed", defaultValue = "0", paramLabel = "N",
			description = "元の間隔の N 倍の速さ。0 は間を置かない / N times as fast as they came; 0: without pauses (default)")
	private double speed;

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
		PrintWriter out = java.util.Objects.requireNonNull(this.spec).commandLine().getOut();
		Timeline timeline = new Timeline(this.server, out, Duration.ofSeconds(this.wait));
		String run = "replay-" + Long.toString(System.currentTimeMillis(), 36);
		boolean settled = true;
		OffsetDateTime before = null;
		for (Telegram telegram : telegrams(new MessageReader(this.root.resolve("config")))) {
			pause(before, telegram.issued());
			before = telegram.issued();
			settled &= play(telegram, run, out, timeline);
		}
		out.flush();
		return settled ? 0 : 1;
	}

	private boolean play(Telegram telegram, String run, PrintWriter out, Timeline timeline) throws IOException {
		String name = String.valueOf(telegram.file().getFileName());
		JsonNode answer = this.server.post("/api/v1/replay?run=" + run + "&name=" + encoded(name),
				"application/octet-stream", Files.readAllBytes(telegram.file()));
		out.println(name + ": " + answer.path("decision").asString("") + " " + answer.path("reason").asString(""));
		Instant entered = Instant.parse(answer.path("entered").asString(""));
		answer.path("held").forEach((held) -> out.println("  職員の承認待ち / waits for an officer: " + held.asString("")));
		answer.path("notes").forEach((note) -> out.println("  " + note.asString("")));
		boolean settled = true;
		for (JsonNode released : answer.path("released")) {
			out.println("  " + released.asString("") + "（訓練用の出力のみ / rehearsal only）");
			settled &= timeline.watch(released.asString(""), entered);
		}
		return settled;
	}

	/** Files as given; those of a folder by the time they were issued. */
	private List<Telegram> telegrams(MessageReader reader) throws IOException {
		List<Telegram> telegrams = new ArrayList<>();
		for (Path path : this.paths) {
			if (!Files.isDirectory(path)) {
				telegrams.add(telegram(path, reader));
				continue;
			}
			try (Stream<Path> files = Files.list(path)) {
				List<Path> all = files.filter((file) -> file.toString().endsWith(".xml")).sorted().toList();
				List<Telegram> inside = new ArrayList<>();
				for (Path file : all) {
					inside.add(telegram(file, reader));
				}
				inside.sort(Comparator.comparing(Telegram::order));
				telegrams.addAll(inside);
			}
		}
		return telegrams;
	}

	private static Telegram telegram(Path file, MessageReader reader) throws IOException {
		return new Telegram(file, reader.issued(Files.readAllBytes(file)).orElse(null));
	}

	private void pause(@Nullable OffsetDateTime before, @Nullable OffsetDateTime next) throws IOException {
		if (this.speed <= 0 || before == null || next == null || !next.isAfter(before)) {
			return;
		}
		try {
			TimeUnit.MILLISECONDS.sleep((long) (Duration.between(before, next).toMillis() / this.speed));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** A file and when its telegram was issued; null if it cannot be read. */
	private record Telegram(Path file, @Nullable OffsetDateTime issued) {

		OffsetDateTime order() {
			return (this.issued != null) ? this.issued : OffsetDateTime.MIN;
		}

	}

}
