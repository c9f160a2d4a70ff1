package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;

import jp.kodama.intake.source.Light;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A kind of source that nobody has thought of: one template, one entry, no Java. */
class NewKindTests {

	private static final String TEMPLATE = """
			- routeTemplate:
			    id: source-drum
			    parameters:
			      - name: source
			      - name: address
			      - name: beat
			        defaultValue: "20"
			    route:
			      routeConfigurationId: again
			      from:
			        uri: "file:{{address}}?delay={{beat}}&initialDelay=0&delete=true&sendEmptyMessageWhenIdle=true"
			        steps:
			          - bean: {ref: sourceWatch, method: "heard('{{source}}')"}
			          - filter:
			              simple: "${body} != null"
			              steps:
			                - convertBodyTo: {type: "byte[]"}
			                - bean: {ref: reception, method: "letter('{{source}}', ${body})"}
			                - to: direct:received
			""";

	@TempDir
	Path folder;

	@Test
	void aNewKindIsOneTemplateAndOneEntry() throws IOException {
		Path drums = Files.createDirectories(this.folder.resolve("drums"));
		Town town = Engine.town(this.folder.resolve("root"), "village: {kind: drum, address: '" + drums + "'}");
		Files.writeString(town.root().resolve("routes/10-source-drum.camel.yaml"), TEMPLATE);
		try (Engine kodama = Engine.start(this.folder, town)) {
			await().until(() -> kodama.source("village").lastHeard().isPresent());
			Path written = this.folder.resolve("written");
			Files.write(written, Telegrams.issued("tsunami-major", OffsetDateTime.now()));
			Files.move(written, drums.resolve("boom.xml"));
			await().until(() -> kodama.taken("village", "decision").contains("AUTO"));
			assertThat(kodama.source("village").light()).isEqualTo(Light.OK);
			assertThat(kodama.alerts()).singleElement()
				.satisfies((alert) -> assertThat(alert.handling().source()).isEqualTo("village"));
		}
	}

}
