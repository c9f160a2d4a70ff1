package jp.kodama.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Policy;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes telegrams in for any town, for rehearsal, and tells what came of them. */
final class Office implements AutoCloseable {

	private final ConfigurableApplicationContext kodama;

	private final AlertJournal journal;

	private Office(ConfigurableApplicationContext kodama) {
		this.kodama = kodama;
		this.journal = kodama.getBean(AlertJournal.class);
	}

	static Office open(Path folder) throws java.io.IOException {
		Town town = Town.in(folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		return new Office(new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + folder.resolve("home"),
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1"));
	}

	/** The counter of one town, for one story. */
	Counter counter(String jis, String story) {
		Policy policy = Telegrams.policy(jis);
		Clock clock = this.kodama.getBean(Clock.class);
		IntakeTable table = this.kodama.getBean(IntakeTable.class);
		Entrance entrance = new Entrance(policy,
				new Incidents(policy, this.kodama.getBean(StatementTable.class), this.journal, clock,
						new CapChains(policy, table, this.journal)),
				new Releases(new AlertMaker(policy, "kodama." + jis), this.journal, table, clock), table,
				this.kodama.getBean(IntakeTurn.class), clock);
		return new Counter(entrance, story);
	}

	JournalEntry find(String identifier) {
		return this.journal.find(identifier).orElseThrow();
	}

	@Override
	public void close() {
		this.kodama.getBean("testWire", TestWire.class).close();
		this.kodama.close();
	}

	/** Where telegrams of one story arrive, one after the other. */
	final class Counter {

		private final Entrance entrance;

		private final String story;

		private final List<Alert> released = new ArrayList<>();

		private final List<Alert> held = new ArrayList<>();

		private Counter(Entrance entrance, String story) {
			this.entrance = entrance;
			this.story = story;
		}

		/** Takes one; the alerts that it released. */
		List<Alert> take(String name, byte[] telegram) {
			try {
				Taken taken = this.entrance.replay(name, telegram, Bulletins.read(telegram), this.story);
				List<Alert> now = taken.released().stream().map((one) -> find(one).alert()).toList();
				this.released.addAll(now);
				taken.held().forEach((one) -> this.held.add(find(one).alert()));
				return now;
			}
			catch (Unreadable ex) {
				throw new IllegalArgumentException(name, ex);
			}
		}

		/** All that was released, in order. */
		List<Alert> released() {
			return this.released;
		}

		/** All that ever waited for an officer. */
		List<Alert> held() {
			return this.held;
		}

	}

}
