package jp.kodama.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.AlertJournal;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The self-test finds out that something is broken before an alert does. */
class ProbeTests {

	private static final String WIRE = "- bean: {ref: testWire, method: send}";

	@TempDir
	Path folder;

	@SuppressWarnings("NullAway.Init") // each test starts its own
	private ConfigurableApplicationContext kodama;

	@AfterEach
	void stop() {
		this.kodama.getBean(TestWire.class).close();
		this.kodama.close();
	}

	@Test
	void aTestTelegramWalksToEveryChannelAndLeavesNothingBehind() throws Exception {
		start(town());
		await().until(() -> probe().last().isPresent());
		Walk walk = probe().last().orElseThrow();
		assertThat(walk.fault()).isEmpty();
		assertThat(walk.arrived()).containsOnlyKeys("horn", "pager");
		assertThat(this.kodama.getBean(TestWire.class).taken("pager", walk.alert())).isEmpty();
		assertThat(this.kodama.getBean(AlertJournal.class).recent(10)).isEmpty();
		await().untilAsserted(() -> assertThat(left()).isEmpty());
		assertThat(this.kodama.getBean(JdbcClient.class)
			.sql("SELECT COUNT(*) FROM audit WHERE subject LIKE ?")
			.param(walk.alert() + "%")
			.query(Integer.class)
			.single()).isGreaterThan(3);
	}

	@Test
	void aChannelThatDoesNotCarryItIsNamed() throws Exception {
		start(town());
		await().until(() -> probe().last().isPresent());
		this.kodama.getBean(CamelContext.class).getRouteController().stopRoute("deliver-horn-urgent");
		await().until(() -> !probe().last().orElseThrow().fault().isEmpty());
		assertThat(probe().last().orElseThrow().fault()).contains("届かない経路があります", "horn").doesNotContain("pager");
		String alert = probe().last().orElseThrow().alert();
		await().untilAsserted(() -> assertThat(this.kodama.getBean(DeliveryBoard.class).of(alert))
			.allSatisfy((view) -> assertThat(view.state().name()).isIn("DONE", "EXPIRED")));
	}

	@Test
	void aPolicyThatHoldsItBackIsSaidAndFillsNoList() throws Exception {
		Town town = town();
		Files.writeString(town.root().resolve("config/policy/17461.yaml"), "actions: {VXSE43: HOLD}\n");
		start(town);
		await().until(() -> probe().last().isPresent());
		assertThat(probe().last().orElseThrow().fault()).contains("点検電文から発報できません");
		assertThat(this.kodama.getBean(JdbcClient.class)
			.sql("SELECT DISTINCT state FROM alert")
			.query(String.class)
			.list()).containsExactly("DISCARDED");
	}

	private Town town() throws IOException {
		Town town = Town.in(this.folder.resolve("root")).with("pager", WIRE).with("horn", WIRE);
		Files.createSymbolicLink(town.root().resolve("config/probe"), Path.of("config/probe").toAbsolutePath());
		Files.writeString(town.root().resolve("config/sources.yaml"),
				"kodama: {sources: {probe: {kind: probe, options: {every: 3s, within: 2s}}}}");
		return town;
	}

	private void start(Town town) {
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + this.folder.resolve("home"),
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1",
					"--kodama.probe-first=100", "--kodama.probe-watch=100");
	}

	private Probe probe() {
		return this.kodama.getBean(Probe.class);
	}

	private List<Path> left() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve("home/rehearsal"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
