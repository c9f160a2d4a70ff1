package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.audience.Recipient;
import jp.kodama.channel.radio.Air;
import jp.kodama.channel.radio.Turn;
import jp.kodama.channel.radio.Zones;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the air holds back reaches no unit, and comes when it no longer does. */
class HeldTests {

	private @Nullable Outcome held = new Outcome.RetryLater("静穏時間", Duration.ofHours(3), List.of());

	private final Air open = Air.open();

	private final Air night = new Air() {

		@Override
		public @Nullable Outcome held(Parcel.Live parcel) {
			return HeldTests.this.held;
		}

		@Override
		public Turn enter(String line, Parcel.Live parcel) throws InterruptedException {
			return HeldTests.this.open.enter(line, parcel);
		}

		@Override
		public Zones zones() {
			return HeldTests.this.open.zones();
		}

	};

	@Test
	void aNoticeAtNightWaitsAndIsDroppedInTheMorning(@TempDir Path folder) throws Exception {
		Path drop = folder.resolve("drop");
		try (DefaultCamelContext camel = new DefaultCamelContext()) {
			camel.start();
			RadioWire wire = new RadioWire(LiveChannel.of("radio", "\"file:" + drop + '"', "", Map.of()).channels(),
					camel, new SimpleMeterRegistry(), this.night);
			assertThat(wire.send(notice())).isSameAs(this.held);
			assertThat(drop).doesNotExist();
			this.held = null;
			assertThat(wire.send(notice())).isInstanceOf(Outcome.HandedOver.class);
			assertThat(files(drop)).containsExactly("broadcast.wav");
			wire.destroy();
		}
	}

	private static List<String> files(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static Parcel.Live notice() {
		return new Parcel.Live(new Delivery("n.radio.0", "n", "radio", "0", false, 1), SampleAlerts.tsunami(),
				List.of(Artifact.ofText("broadcast.wav", "ja", "words", List.of(Recipient.everybody("radio")))));
	}

}
