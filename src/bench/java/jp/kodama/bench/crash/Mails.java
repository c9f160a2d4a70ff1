package jp.kodama.bench.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jp.kodama.bench.Figures;
import jp.kodama.bench.mail.StubRelay;
import jp.kodama.bench.mail.Town;

/**
 * 10,000 mails, {@code kill -9} at a random instant among them, restart; and again. What
 * is in flight is what the server took and no receipt tells of yet.
 */
final class Mails {

	private static final int MAILS = 10_000;

	private final Random random = new Random();

	private final Path project;

	Mails(Path project) {
		this.project = project;
	}

	Figures rounds(Figures figures, int rounds) throws Exception {
		ConcurrentHashMap<String, AtomicInteger> got = new ConcurrentHashMap<>();
		long lost = 0;
		long repeated = 0;
		long inFlight = 0;
		long most = 0;
		List<Long> again = new ArrayList<>();
		List<Long> ready = new ArrayList<>();
		try (StubRelay relay = new StubRelay(got)) {
			Town town = new Town(this.project, relay.address(), 20);
			town.engine().start();
			town.residents(MAILS);
			for (int round = 0; round < rounds; round++) {
				got.clear();
				int before = relay.taken();
				String alert = town.release();
				int killedAt = this.random.nextInt(MAILS);
				while (relay.taken() - before < killedAt) {
					Thread.onSpinWait();
				}
				town.engine().kill();
				int taken = relay.taken();
				long flying = taken - before - town.receipts(alert);
				inFlight += flying;
				most = Math.max(most, flying);
				long begin = System.nanoTime();
				Thread first = first(relay, taken, begin, again);
				ready.add(town.engine().start());
				town.settled(alert, MAILS);
				first.join();
				long twice = got.values().stream().mapToInt((times) -> times.get() - 1).sum();
				if (twice > flying) {
					throw new IllegalStateException("repeated " + twice + ", in flight " + flying);
				}
				repeated += twice;
				lost += MAILS - got.size();
			}
			town.engine().stop();
		}
		return figures.with("kill -9 among 10,000 mails", "rounds", rounds)
			.with("kill -9 among 10,000 mails", "lost", lost)
			.with("kill -9 among 10,000 mails", "in flight", inFlight)
			.with("kill -9 among 10,000 mails", "in flight, most", most)
			.with("kill -9 among 10,000 mails", "repeated", repeated)
			.withTimes("process start to ready", ready)
			.withTimes("process start to next mail", again);
	}

	private static Thread first(StubRelay relay, int taken, long begin, List<Long> again) {
		Thread thread = new Thread(() -> {
			try {
				while (relay.taken() == taken) {
					Thread.sleep(1);
				}
				again.add(System.nanoTime() - begin);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		thread.start();
		return thread;
	}

}
