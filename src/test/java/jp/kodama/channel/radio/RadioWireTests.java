package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.audience.Recipient;
import jp.kodama.channel.radio.wire.RadioWire;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.PredicateValidationException;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A live broadcast lands in the radio console's folder, whole; a rehearsal never does.
 */
class RadioWireTests {

	private final DefaultCamelContext camel = new DefaultCamelContext();

	private final Path drop;

	private final RadioWire wire;

	RadioWireTests(@TempDir Path folder) throws Exception {
		this.drop = folder.resolve("drop");
		try (Studio studio = new Studio(folder.resolve("town"), "file:" + this.drop)) {
			this.wire = new RadioWire(studio.channels(), this.camel, new SimpleMeterRegistry());
			this.camel.getRegistry().bind("radioWire", this.wire);
			PluginHelper.getRoutesLoader(this.camel)
				.loadRoutes(ResourceHelper.resolveMandatoryResource(this.camel,
						"file:" + studio.settings().folder().resolve("radio-sink.kamelet.yaml")));
		}
		this.camel.addRoutes(new RouteBuilder() {
			@Override
			public void configure() {
				from("direct:out").to("kamelet:radio-sink");
			}
		});
		this.camel.start();
	}

	@AfterEach
	void stop() {
		this.wire.destroy();
		this.camel.stop();
	}

	@Test
	void aBroadcastIsDroppedByteForByte() throws IOException {
		send(live("siren and words"));
		Path own = this.drop.resolve("17461-tsunami.radio.0");
		assertThat(own.resolve("broadcast.wav")).hasContent("siren and words");
		assertThat(own.resolve("ja.script.txt")).hasContent("高台へ。");
		assertThat(files()).containsExactlyInAnyOrder("ja.script.txt", "broadcast.wav", "broadcast.json");
	}

	@Test
	void theSameParcelTwiceLeavesTheSameFiles() throws IOException {
		send(live("first"));
		send(live("siren and words"));
		assertThat(this.drop.resolve("17461-tsunami.radio.0/broadcast.wav")).hasContent("siren and words");
		assertThat(files()).hasSize(3);
	}

	@Test
	void aRehearsalIsRefused() {
		Delivery delivery = new Delivery("17461-drill.radio.0", "17461-drill", "radio", "0", true, 1);
		Parcel rehearsal = new Parcel.Rehearsal(delivery, SampleAlerts.drill(), live("x").artifacts());
		assertThatExceptionOfType(CamelExecutionException.class).isThrownBy(() -> send(rehearsal))
			.withCauseInstanceOf(PredicateValidationException.class);
		assertThat(this.drop).doesNotExist();
	}

	@Test
	void aFolderThatCannotBeWrittenIsAFailureToTryAgain() throws IOException {
		Files.writeString(this.drop, "in the way");
		assertThat(send(live("x"))).isInstanceOf(Outcome.RetryLater.class);
	}

	@Test
	void aConsoleThatOnlyKnowsG711IsToldSo() throws Exception {
		Path other = this.drop.resolveSibling("g711");
		try (OnTheAir radio = new OnTheAir("file:" + other + "?encoding=ulaw")) {
			radio.air(OnTheAir.tone(1), "{\"rate\": 16000, \"audio\": \"broadcast.wav\"}");
		}
		Path own = other.resolve("17461-tsunami.radio.0");
		try (AudioInputStream sound = AudioSystem.getAudioInputStream(own.resolve("broadcast.wav").toFile())) {
			assertThat(sound.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
			assertThat(sound.getFrameLength()).isEqualTo(8000);
		}
		assertThat(own.resolve("broadcast.json")).content()
			.contains("\"rate\" : 8000", "\"encoding\" : \"ULAW\"", "broadcast.wav");
	}

	@Test
	void aTownWithoutAnAddressIsToldSo() throws Exception {
		try (Studio studio = new Studio(this.drop.resolveSibling("other"), "")) {
			RadioWire other = new RadioWire(studio.channels(), this.camel, new SimpleMeterRegistry());
			assertThat(other.send(live("x"))).isInstanceOfSatisfying(Outcome.RetryLater.class,
					(later) -> assertThat(later.cause()).contains("kodama.channels.radio.address"));
			other.destroy();
		}
	}

	private Object send(Parcel parcel) {
		return this.camel.createProducerTemplate().requestBody("direct:out", parcel);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.drop)) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static Parcel.Live live(String sound) {
		Delivery delivery = new Delivery("17461-tsunami.radio.0", "17461-tsunami", "radio", "0", false, 1);
		List<Recipient> everybody = List.of(Recipient.everybody("radio"));
		return new Parcel.Live(delivery, SampleAlerts.tsunami(),
				List.of(Artifact.ofText("ja.script.txt", "ja", "高台へ。", List.of()),
						Artifact.ofText("broadcast.wav", "ja", sound, everybody),
						Artifact.ofText("broadcast.json", "ja", "{}", List.of())));
	}

}
