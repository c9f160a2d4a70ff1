package jp.kodama;

import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.alert.AlertJournal;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.testing.SampleAlerts;
import jp.kodama.testing.Town;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A new channel is one folder and one entry; a broken one stops the start. */
@ExtendWith(OutputCaptureExtension.class)
class PagerTests {

	@TempDir
	Path folder;

	@Test
	void aPagerChannelNeedsOneFolderAndOneEntry() {
		Town town = Town.in(this.folder.resolve("root"))
			.with("pager",
					"- split: {simple: \"${body.artifacts}\", steps: [{setBody: {simple: \"${body.text}\"}}, {to: \"file:"
							+ this.folder + "/paged\"}]}");
		try (ConfigurableApplicationContext kodama = start(town)) {
			var alert = SampleAlerts.fresh(SampleAlerts.evacuation());
			kodama.getBean(AlertJournal.class).enterReleased(alert, "test", "");
			kodama.getBean(ProducerTemplate.class).sendBody("direct:released", alert.identifier());
			await().untilAsserted(() -> {
				assertThat(kodama.getBean(DeliveryBoard.class).of(alert.identifier())).singleElement()
					.satisfies((view) -> assertThat(view.state()).isEqualTo(DeliveryState.DONE));
				assertThat(Files.list(this.folder.resolve("paged"))).singleElement()
					.satisfies((file) -> assertThat(Files.readString(file)).startsWith("避難指示を発令しました 危険な場所から"));
			});
		}
	}

	@Test
	void aBrokenKameletStopsTheStartAndIsNamedWithItsLine(CapturedOutput output) {
		Town town = Town.in(this.folder.resolve("root")).with("pager", "- to: nosuchcomponent:anything");
		assertThatThrownBy(() -> start(town));
		assertThat(output.getOut()).containsPattern("pager-sink.kamelet.yaml:11: .*nosuchcomponent");
	}

	private ConfigurableApplicationContext start(Town town) {
		return new SpringApplicationBuilder(KodamaApplication.class).run(
				"--spring.config.additional-location=file:config/", "--kodama.home=" + this.folder.resolve("home"),
				"--kodama.root=" + town.root(), "--server.port=0");
	}

}
