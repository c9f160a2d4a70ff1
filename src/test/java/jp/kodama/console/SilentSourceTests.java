package jp.kodama.console;

import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.KodamaApplication;
import jp.kodama.intake.Reception;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A receiver falls silent, and is heard again. */
class SilentSourceTests {

	@TempDir
	Path folder;

	@Test
	void itRingsLoudlyUntilItIsHeardAgainAndAnewWhenItFallsSilentAgain() throws Exception {
		Town town = Town.in(this.folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		Files.writeString(town.root().resolve("config/sources.yaml"),
				"kodama: {sources: {push: {kind: http, silent-after: 1s}}}\n");
		try (ConfigurableApplicationContext kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + this.folder.resolve("home"),
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1",
					"--kodama.sources-every=50")) {
			Alarms alarms = kodama.getBean(Alarms.class);
			await().untilAsserted(() -> assertThat(alarms.now()).singleElement().satisfies((one) -> {
				assertThat(one.id()).isEqualTo("source/push");
				assertThat(one.loud()).isTrue();
				assertThat(one.words().japanese()).contains("途絶えています");
			}));
			assertThat(alarms.seen("officer", "source/push")).isTrue();
			assertThat(alarms.now()).singleElement().satisfies((one) -> assertThat(one.seen()).isPresent());
			// A refused letter is a sign of life, and a trouble of its own.
			Reception reception = kodama.getBean(Reception.class);
			reception.take(reception.letter("push", new byte[] { '?' }));
			await().untilAsserted(
					() -> assertThat(alarms.now()).extracting(Alarm::id).containsExactly("source/push/refused"));
			await().untilAsserted(() -> assertThat(alarms.now()).singleElement().satisfies((one) -> {
				assertThat(one.id()).isEqualTo("source/push");
				assertThat(one.seen()).as("seen before it fell silent again").isEmpty();
			}));
		}
	}

}
