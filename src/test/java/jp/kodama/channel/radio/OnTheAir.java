package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;
import jp.kodama.channel.radio.wire.RadioWire;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.impl.DefaultCamelContext;

/** The radio's wire, live, with the address that a test gives it. */
final class OnTheAir implements AutoCloseable {

	private final DefaultCamelContext camel = new DefaultCamelContext();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final RadioWire wire;

	OnTheAir(String... addresses) {
		this(addresses, "");
	}

	OnTheAir(String[] addresses, String secret) {
		String address = String.join(" ", addresses);
		this.camel.start();
		this.wire = new RadioWire(LiveChannel.of("radio", '"' + address + '"', secret, java.util.Map.of()).channels(),
				this.camel, this.meters);
	}

	MeterRegistry meters() {
		return this.meters;
	}

	Outcome air(Sound sound) throws InterruptedException {
		return air(sound, SampleAlerts.tsunami());
	}

	/** With a description, for consoles that read files. */
	Outcome air(Sound sound, String description) throws InterruptedException {
		return air(SampleAlerts.tsunami(), wav(sound), Artifact.ofText("broadcast.json", "ja", description, List.of()));
	}

	Outcome air(Sound sound, Alert alert) throws InterruptedException {
		return air(alert, wav(sound));
	}

	private static Artifact wav(Sound sound) {
		return new Artifact("broadcast.wav", "audio/wav", "ja", sound.wav(), List.of(Recipient.everybody("radio")));
	}

	private Outcome air(Alert alert, Artifact... artifacts) throws InterruptedException {
		Delivery delivery = new Delivery(Delivery.id(alert.identifier(), "radio", "0"), alert.identifier(), "radio",
				"0", false, 1);
		return this.wire.send(new Parcel.Live(delivery, alert, List.of(artifacts)));
	}

	/** A tone of 500 Hz, as long as a test needs. */
	static Sound tone(double seconds) {
		short[] samples = new short[(int) (16000 * seconds)];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 500 * i / 16000));
		}
		return new Sound(16000, samples);
	}

	/**
	 * The major tsunami warning as composed, cut to one blast of its siren and its first
	 * words.
	 */
	static Sound sirenAndWords(Path folder) throws IOException {
		try (Studio studio = new Studio(folder, "file:none")) {
			org.junit.jupiter.api.Assumptions.assumeTrue(studio.unavailable().isEmpty(), studio.unavailable());
			Artifact wav = studio.compose(SampleAlerts.tsunami())
				.stream()
				.filter((one) -> one.name().equals("broadcast.wav"))
				.findFirst()
				.orElseThrow();
			Sound whole = Sound.ofWav(wav.content());
			List<double[]> blasts = new Wave(whole).blasts();
			// 3 s of the first blast, then what follows the second.
			return Sound.join(List.of(cut(whole, blasts.get(0)[0], 3),
					Sound.silence(whole.rate(), java.time.Duration.ofMillis(500)), cut(whole, blasts.get(2)[0], 4)));
		}
	}

	private static Sound cut(Sound sound, double from, double length) {
		int begin = (int) (from * sound.rate());
		return new Sound(sound.rate(),
				Arrays.copyOfRange(sound.samples(), begin, begin + (int) (length * sound.rate())));
	}

	@Override
	public void close() {
		this.wire.destroy();
		this.camel.stop();
	}

}
