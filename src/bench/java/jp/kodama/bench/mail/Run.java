package jp.kodama.bench.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Harness;
import org.jspecify.annotations.Nullable;

/**
 * 10,000 mails, each of its own, over 20 connections into the harness' sink, beside
 * smtp-source and nodemailer in the same run. Kodama's time runs from posting the alert
 * until the last receipt is on disk. Arguments: {@code speed} (rounds, 3), {@code trouble},
 * {@code growth}; all three without any.
 */
public final class Run implements Bench.Workload {

	private static final int MAILS = 10_000;

	private static final int CONNECTIONS = 20;

	private final Path project = Path.of(System.getenv().getOrDefault("KODAMA_ROOT", "."));

	private final Map<String, List<Peers.Cost>> costs = new LinkedHashMap<>();

	private final Figures figures = new Figures();

	@Override
	public Figures run(List<String> arguments) throws Exception {
		if (!Harness.there(this.project)) {
			throw new IllegalStateException("the harness is needed beside the project: ../shared/harness");
		}
		String part = arguments.isEmpty() ? "" : arguments.get(0);
		if (part.isEmpty() || part.equals("speed")) {
			speed((arguments.size() > 1) ? Integer.parseInt(arguments.get(1)) : 3);
		}
		if (part.isEmpty() || part.equals("trouble")) {
			new Trouble(this.project, this.figures, MAILS, CONNECTIONS).measure();
		}
		if (part.isEmpty() || part.equals("growth")) {
			growth();
		}
		return this.figures;
	}

	private void speed(int rounds) throws Exception {
		Peers peers = new Peers(this.project);
		try (FarEnd sink = FarEnd.start(this.project, 0)) {
			// The sink's own first mailing would be charged to whoever comes first.
			peers.smtpSource(sink.port(), MAILS, CONNECTIONS);
			for (int round = 0; round < rounds; round++) {
				note("smtp-source", peers.smtpSource(sink.port(), MAILS, CONNECTIONS));
				note("nodemailer pool", peers.nodemailer(sink.port(), MAILS, CONNECTIONS));
				Town town = town(sink, MAILS);
				note("kodama, first after start", mailing(town, sink, MAILS));
				note("kodama, second", mailing(town, sink, MAILS));
				note("smtp-source", peers.smtpSource(sink.port(), MAILS, CONNECTIONS));
				mailing(town, sink, MAILS);
				mailing(town, sink, MAILS);
				note("kodama, fifth", mailing(town, sink, MAILS));
				this.figures.with("kodama memory", "MiB after 50,000 mails", town.engine().residentMegabytes());
				town.engine().stop();
			}
		}
		double best = median("smtp-source", Peers.Cost::seconds);
		this.costs.forEach((who, all) -> {
			double seconds = median(who, Peers.Cost::seconds);
			this.figures.with(who, "rounds", all.size())
				.with(who, "mails/s", MAILS / seconds)
				.with(who, "of smtp-source", best / seconds)
				.with(who, "CPU-s per 10k", median(who, Peers.Cost::cpu));
		});
	}

	private void growth() throws Exception {
		for (int mails : new int[] { 1_000, 10_000, 100_000 }) {
			try (FarEnd sink = FarEnd.start(this.project, 0)) {
				Town town = town(sink, mails);
				String row = "growth: " + mails + " mails";
				Peers.Cost first = mailing(town, sink, mails);
				Peers.Cost second = mailing(town, sink, mails);
				this.figures.with(row, "first mails/s", mails / first.seconds())
					.with(row, "first CPU-s per 10k", first.cpu() * 10_000 / mails)
					.with(row, "second mails/s", mails / second.seconds())
					.with(row, "second CPU-s per 10k", second.cpu() * 10_000 / mails)
					.with(row, "resident MiB", town.engine().residentMegabytes());
				town.engine().stop();
			}
		}
	}

	private Town town(FarEnd sink, int residents) throws Exception {
		Town town = new Town(this.project, "smtp://127.0.0.1:" + sink.port(), CONNECTIONS);
		town.engine().start();
		town.residents(residents);
		// It warms itself up by composing a sample; that is not the mailing's.
		Thread.sleep(5000);
		return town;
	}

	private Peers.Cost mailing(Town town, FarEnd sink, int mails) throws Exception {
		sink.reset();
		Engine engine = town.engine();
		double cpu = engine.cpuSeconds();
		long begin = System.nanoTime();
		long accepted = town.settled(town.release(), mails);
		Peers.Cost cost = new Peers.Cost((System.nanoTime() - begin) / 1e9, engine.cpuSeconds() - cpu);
		var seen = sink.stats();
		if (accepted != mails || seen.get("distinct").asInt() != mails || seen.get("dup").asInt() != 0) {
			throw new IllegalStateException("accepted " + accepted + ", seen " + seen);
		}
		System.err.printf("kodama: %.2f s, %.2f CPU-s, on the wire %s s, %s sessions%n", cost.seconds(), cost.cpu(),
				seen.get("span_s"), seen.get("max_sessions"));
		Thread.sleep(500);
		return cost;
	}

	private void note(String who, Peers.@Nullable Cost cost) {
		if (cost != null) {
			System.err.printf("%s: %.2f s, %.2f CPU-s%n", who, cost.seconds(), cost.cpu());
			this.costs.computeIfAbsent(who, (name) -> new ArrayList<>()).add(cost);
		}
	}

	private double median(String who, java.util.function.ToDoubleFunction<Peers.Cost> of) {
		double[] sorted = this.costs.getOrDefault(who, List.of()).stream().mapToDouble(of).sorted().toArray();
		return (sorted.length > 0) ? sorted[sorted.length / 2] : Double.NaN;
	}

}
