package jp.kodama.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.intake.source.SourceState;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running engine with one live channel ({@code pager}) and the sources of a story.
 *
 * @param context its beans
 * @param home its state folder
 */
record Engine(ConfigurableApplicationContext context, Path home) implements AutoCloseable {

	/**
	 * Starts one.
	 * @param sources what stands under {@code kodama.sources}
	 * @param settings more of them, {@code --name=value}
	 */
	static Engine start(Path folder, String sources, String... settings) {
		Town town = town(folder.resolve("root"), sources);
		return start(folder, town, settings);
	}

	static Town town(Path root, String sources) {
		try {
			Town town = Town.in(root).with("pager", "- bean: {ref: testWire, method: send}");
			Files.createSymbolicLink(root.resolve("config/templates"), Path.of("config/templates").toAbsolutePath());
			Files.createSymbolicLink(root.resolve("config/michibiki"), Path.of("config/michibiki").toAbsolutePath());
			Files.copy(Path.of("config/mail-notices.yaml"), root.resolve("config/mail-notices.yaml"));
			Files.writeString(root.resolve("config/sources.yaml"), "kodama:\n  sources:\n" + sources.indent(4));
			return town;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Engine start(Path folder, Town town, String... settings) {
		Path home = folder.resolve("home");
		List<String> arguments = new java.util.ArrayList<>(List.of("--spring.config.additional-location=file:config/",
				"--kodama.home=" + home, "--kodama.root=" + town.root(), "--server.port=0",
				"--camel.main.shutdown-timeout=1", "--kodama.sources-every=100", "--kodama.sources-again=200"));
		arguments.addAll(List.of(settings));
		return new Engine(new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run(arguments.toArray(String[]::new)), home);
	}

	/** A port that nobody listened on a moment ago. */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its HTTP port. */
	int port() {
		return Integer.parseInt(String.valueOf(this.context.getEnvironment().getProperty("local.server.port")));
	}

	/** Nothing in force, nothing taken. */
	void forget() {
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);
		List.of("intake", "statement", "alert", "fan_out", "delivery")
			.forEach((table) -> jdbc.sql("DELETE FROM " + table).update());
	}

	/** What was taken in by a source, a column of it, the oldest first. */
	List<String> taken(String source, String column) {
		return this.context.getBean(JdbcClient.class)
			.sql("SELECT " + column + " FROM intake WHERE source = ? ORDER BY received")
			.param(source)
			.query(String.class)
			.list();
	}

	/** All alerts there are. */
	List<Alert> alerts() {
		return this.context.getBean(AlertJournal.class).recent(100).stream().map(JournalEntry::alert).toList();
	}

	/** How often an alert went over the live channel. */
	int aired(String alert) {
		return this.context.getBean(TestWire.class).taken("pager", alert).size();
	}

	/** How a source is doing. */
	SourceState source(String id) {
		return this.context.getBean(SourceWatch.class)
			.all()
			.stream()
			.filter((one) -> one.settings().id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.context.getBean(TestWire.class).close();
		this.context.close();
	}

}
