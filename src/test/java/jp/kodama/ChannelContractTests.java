package jp.kodama;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.MsgType;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What every channel owes, walked over the folders of {@code channels/}: a new channel is
 * tested without a new test. {@code -Dkodama.golden=write} writes the golden files anew.
 */
@KodamaTest
class ChannelContractTests {

	private static final boolean WRITE = "write".equals(System.getProperty("kodama.golden"));

	@Autowired
	Channels channels;

	@Autowired
	Renderer renderer;

	@TestFactory
	Stream<DynamicTest> everyChannelPutsOutItsGoldenBytes() {
		return cases((channel, name, alert) -> {
			List<Artifact> artifacts = compose(channel, alert);
			assertThat(artifacts).isNotEmpty();
			for (Artifact artifact : artifacts) {
				matches(channel.folder().resolve("golden").resolve(name).resolve(artifact.name()), artifact);
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> everyChannelGivesTheSameBytesTwice() {
		return cases((channel, name, alert) -> {
			List<Artifact> once = compose(channel, alert);
			List<Artifact> twice = compose(channel, alert);
			for (int i = 0; i < once.size(); i++) {
				assertThat(twice.get(i).content()).as(once.get(i).name()).isEqualTo(once.get(i).content());
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> everyRecipientIsReachedExactlyOnce() {
		return cases((channel, name, alert) -> {
			List<Recipient> reached = compose(channel, alert).stream().flatMap((one) -> one.to().stream()).toList();
			assertThat(reached).containsExactlyInAnyOrderElementsOf(recipients(channel));
		});
	}

	private Stream<DynamicTest> cases(Check check) {
		return this.channels.all()
			.stream()
			.flatMap((channel) -> SampleAlerts.all()
				.entrySet()
				.stream()
				.map((sample) -> DynamicTest.dynamicTest(channel.id() + " · " + sample.getKey(), () -> {
					String missing = this.renderer.unavailable(channel.id());
					assumeTrue(missing.isEmpty(), missing);
					check.of(channel, sample.getKey(), sample.getValue());
				})));
	}

	private List<Artifact> compose(ChannelSettings channel, Alert alert) {
		List<Alert> standing = (alert.msgType() == MsgType.Cancel) ? List.of(alert)
				: List.of(alert, SampleAlerts.evacuation()).stream().distinct().toList();
		return this.renderer.render(new Composition(Delivery.id(alert.identifier(), channel.id(), "0"), alert,
				Board.of(standing), channel.profile(), recipients(channel), SampleAlerts.SENT.toInstant()));
	}

	private static List<Recipient> recipients(ChannelSettings channel) {
		if (!channel.own().recipients()) {
			return List.of(Recipient.everybody(channel.id()));
		}
		List<Recipient> recipients = new ArrayList<>();
		for (String language : List.of("ja", "en", "ja-x-easy")) {
			long id = recipients.size() + 1;
			recipients.add(new Recipient(id, channel.id(),
					channel.own().sampleAddress().replace("N", Long.toString(id)), language, "住吉", true));
		}
		return recipients;
	}

	private static void matches(Path golden, Artifact artifact) throws IOException {
		if (artifact.mediaType().contains("measured=true")) {
			// As the wave does: where each phrase begins depends on the voice.
			assertThat(artifact.text()).as(artifact.name()).contains("boundaries");
			return;
		}
		if (artifact.mediaType().startsWith("audio/")) {
			// The wave depends on the voice's version; what is said is golden as its
			// script.
			assertThat(artifact.content().length).as(artifact.name()).isGreaterThan(100_000);
			return;
		}
		if (WRITE) {
			Files.createDirectories(golden.getParent());
			Files.write(golden, artifact.content());
		}
		assertThat(golden).as("golden file; write it with -Dkodama.golden=write and read it").exists();
		assertThat(new String(artifact.content(), StandardCharsets.ISO_8859_1)).as(golden.toString())
			.isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
	}

	/** One thing a channel owes for one sample alert. */
	private interface Check {

		void of(ChannelSettings channel, String name, Alert alert) throws IOException;

	}

}
