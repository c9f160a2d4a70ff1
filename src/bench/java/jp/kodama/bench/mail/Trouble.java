package jp.kodama.bench.mail;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jp.kodama.bench.Figures;

/** The same mailing while something goes wrong: who got no mail, and who got two. */
final class Trouble {

	private final Path project;

	private final Figures figures;

	private final int mails;

	private final int connections;

	Trouble(Path project, Figures figures, int mails, int connections) {
		this.project = project;
		this.figures = figures;
		this.mails = mails;
		this.connections = connections;
	}

	void measure() throws Exception {
		try (FarEnd sink = FarEnd.start(this.project, 100)) {
			String row = "1 % answered 451";
			mailing(row, "smtp://127.0.0.1:" + sink.port());
			var seen = sink.stats();
			this.figures.with(row, "refused", seen.get("refused").asDouble())
				.with(row, "lost", this.mails - seen.get("distinct").asDouble())
				.with(row, "twice", seen.get("dup").asDouble());
		}
		ConcurrentHashMap<String, AtomicInteger> got = new ConcurrentHashMap<>();
		try (StubRelay well = new StubRelay(got); StubRelay dies = new StubRelay(got).dieAfter(this.mails / 3)) {
			relays("one of two relays dies", dies, well, got);
		}
		got.clear();
		try (StubRelay well = new StubRelay(got); StubRelay hangs = new StubRelay(got).hangAfter(this.mails / 3)) {
			relays("one of two relays hangs", hangs, well, got);
		}
	}

	private void relays(String row, StubRelay bad, StubRelay well, ConcurrentHashMap<String, AtomicInteger> got)
			throws Exception {
		mailing(row, bad.address() + " " + well.address());
		this.figures.with(row, "by the bad one", bad.taken())
			.with(row, "lost", this.mails - got.size())
			.with(row, "twice", got.values().stream().filter((times) -> times.get() > 1).count());
	}

	private void mailing(String row, String relays) throws Exception {
		Town town = new Town(this.project, relays, this.connections);
		town.engine().start();
		town.residents(this.mails);
		long begin = System.nanoTime();
		long accepted = town.settled(town.release(), this.mails);
		System.err.printf("%s: %.2f s%n", row, (System.nanoTime() - begin) / 1e9);
		this.figures.with(row, "s", (System.nanoTime() - begin) / 1e9).with(row, "receipts", accepted);
		town.engine().stop();
	}

}
