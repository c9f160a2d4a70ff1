package jp.kodama.bench.sms;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Figures;
import tools.jackson.databind.JsonNode;

/**
 * One alert to 10,000 telephones: through the whole engine, from the call that releases it
 * to the last receipt on disk, over 32 connections; beside h2load and undici, which only
 * post, in turns. Then with a provider that takes 100 ms and 500 texts a second.
 * Arguments: rounds (3), texts (10,000).
 */
public final class Run implements Bench.Workload {

	private static final int CAP = 500;

	private final Figures figures = new Figures();

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int rounds = arguments.isEmpty() ? 3 : Integer.parseInt(arguments.get(0));
		int texts = (arguments.size() > 1) ? Integer.parseInt(arguments.get(1)) : 10_000;
		Path project = Path.of(System.getenv().getOrDefault("KODAMA_ROOT", "."));
		try (Provider provider = Provider.start(project, 0, 0)) {
			free(project, provider, rounds, texts);
		}
		try (Provider provider = Provider.start(project, 100, CAP)) {
			capped(project, provider, texts);
		}
		return this.figures;
	}

	private void free(Path project, Provider provider, int rounds, int texts) throws Exception {
		Others others = new Others(project);
		Texting town = new Texting(project, provider.url() + "?connections=32");
		town.engine().start();
		town.residents(texts);
		round(town, provider, texts, "first after start");
		for (int round = 1; round <= rounds; round++) {
			OptionalDouble h2load = others.h2load(provider.url(), texts);
			note("h2load " + round, h2load);
			note("undici " + round, others.undici(provider.url(), texts));
			double rate = round(town, provider, texts, "kodama " + round);
			if (h2load.isPresent()) {
				this.figures.with("kodama " + round, "of h2load", rate / h2load.getAsDouble());
			}
		}
		town.engine().stop();
	}

	private void note(String row, OptionalDouble rate) {
		rate.ifPresent((value) -> this.figures.with(row, "texts/s", value));
	}

	private double round(Texting town, Provider provider, int texts, String row) throws Exception {
		provider.reset();
		double cpu = town.engine().cpuSeconds();
		long begin = System.nanoTime();
		String alert = town.release();
		town.settled(alert, texts);
		double seconds = (System.nanoTime() - begin) / 1e9;
		JsonNode stats = provider.stats();
		double wire = (stats.get("last_ns").asLong() - stats.get("first_ns").asLong()) / 1e9;
		long taken = stats.get("total").asLong();
		this.figures.with(row, "texts/s", texts / seconds)
			.with(row, "on the wire/s", texts / wire)
			.with(row, "first ms", (stats.get("first_ns").asLong() - begin) / 1e6)
			.with(row, "last ms", (stats.get("last_ns").asLong() - begin) / 1e6)
			.with(row, "receipts ms", seconds * 1e3)
			.with(row, "CPU s per 10k", (town.engine().cpuSeconds() - cpu) * 10_000 / texts)
			.with(row, "lost", texts - town.reached(alert))
			.with(row, "twice", taken - texts)
			.with(row, "connections", stats.get("max_conns").asLong());
		return texts / seconds;
	}

	private void capped(Path project, Provider provider, int texts) throws Exception {
		Texting town = new Texting(project, provider.url() + "?connections=96&rate=" + CAP);
		town.engine().start();
		town.residents(100);
		town.settled(town.release(), 100);
		town.residents(texts);
		String row = "100 ms, 500/s";
		round(town, provider, texts, row);
		this.figures.with(row, "of N/500 s", this.figures.get(row, "receipts ms") * CAP / 1e3 / texts)
			.with(row, "429", provider.stats().get("refused").asLong());
		town.engine().stop();
	}

}
