package jp.kodama.backchannel.segment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.kodama.backchannel.settings.BackchannelSettings.Segments;
import jp.kodama.speech.Sound;
import jp.kodama.testing.Outdoors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a broadcast begins and ends, in a sound that never stops. */
class SegmenterTests {

	private final List<Broadcast> heard = new ArrayList<>();

	private final List<double[]> sounded = new ArrayList<>();

	private final Segmenter ear = new Segmenter("hill",
			new Segments("", List.of("chime-down"), Duration.ofSeconds(8), Duration.ofMinutes(10)),
			SignalTable.load(Path.of("channels/radio/sounds.yaml")), new BroadcastListener() {
				@Override
				public void began(Instant at) {
				}

				@Override
				public void hears(short[] samples) {
				}

				@Override
				public void sounded(double from, double to) {
					SegmenterTests.this.sounded.add(new double[] { from, to });
				}

				@Override
				public void ended(Broadcast broadcast) {
					SegmenterTests.this.heard.add(broadcast);
				}
			}, Clock.systemUTC());

	@Test
	void chimesMarkBeginningAndEnd() {
		hear(Outdoors.pause(5), Outdoors.chime(), Outdoors.pause(1), murmur(6), Outdoors.pause(3), murmur(4),
				Outdoors.pause(0.5), Outdoors.chimeDown(), Outdoors.pause(2));
		assertThat(this.heard).hasSize(1);
		assertThat(this.heard.get(0).opened()).isEqualTo("chime");
		assertThat(this.heard.get(0).closed()).isEqualTo("chime-down");
		double seconds = this.heard.get(0).sound().seconds();
		assertThat(seconds).isBetween(20.0, 27.0);
		assertThat(this.sounded).as("where nothing is said").hasSize(2);
		assertThat(this.sounded.get(0)[1]).as("after the chime, before the voice").isBetween(5.0, 7.5);
		assertThat(seconds - this.sounded.get(1)[0]).as("behind the voice").isBetween(3.0, 4.2);
	}

	@Test
	void inNoiseTheyAreHeardToo() {
		Sound air = Sound.join(List.of(Outdoors.pause(5), Outdoors.chime(), Outdoors.pause(1), murmur(6),
				Outdoors.pause(0.5), Outdoors.chimeDown(), Outdoors.pause(2)));
		hear(Outdoors.noisy(air, 10));
		assertThat(this.heard).hasSize(1);
		assertThat(this.heard.get(0).closed()).isEqualTo("chime-down");
	}

	@Test
	void withoutChimesAVoiceOpensAndALongSilenceEnds() {
		hear(Outdoors.pause(5), murmur(5), Outdoors.pause(4), murmur(3), Outdoors.pause(9), murmur(2),
				Outdoors.pause(9));
		assertThat(this.heard).hasSize(2);
		assertThat(this.heard.get(0).opened()).isEmpty();
		assertThat(this.heard.get(0).closed()).isEmpty();
	}

	@Test
	void aSirenOpens() {
		hear(Outdoors.pause(5), siren(500, 5), Outdoors.pause(6), siren(500, 5), murmur(3), Outdoors.pause(9));
		assertThat(this.heard).hasSize(1);
		assertThat(this.heard.get(0).opened()).as("several have this pitch")
			.isIn("tsunami", "tsunami-major", "tsunami-advisory", "evacuation");
	}

	@Test
	void silenceAndHumAreNoBroadcast() {
		hear(Outdoors.pause(20), Outdoors.hum(20), Outdoors.pause(20));
		assertThat(this.heard).isEmpty();
	}

	@Test
	void whatBreaksOffIsOverAndKept() {
		hear(Outdoors.pause(5), Outdoors.chime(), murmur(5));
		this.ear.ended();
		assertThat(this.heard).hasSize(1);
		assertThat(this.heard.get(0).closed()).isEmpty();
	}

	private void hear(Sound... parts) {
		short[] samples = Sound.join(List.of(parts)).samples();
		for (int at = 0; at + 1600 <= samples.length; at += 1600) {
			this.ear.hear(Arrays.copyOfRange(samples, at, at + 1600));
		}
	}

	/** Something like a voice: a pitch that wanders, louder and softer. */
	private static Sound murmur(double seconds) {
		short[] samples = new short[(int) (seconds * Outdoors.RATE)];
		double phase = 0;
		for (int i = 0; i < samples.length; i++) {
			double second = (double) i / Outdoors.RATE;
			phase += (170 + 40 * Math.sin(2 * Math.PI * 0.7 * second)) / Outdoors.RATE;
			double sum = 0;
			for (int overtone = 1; overtone < 15; overtone++) {
				sum += Math.sin(2 * Math.PI * overtone * phase) / overtone;
			}
			samples[i] = (short) (2500 * sum * (0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * second)));
		}
		return new Sound(Outdoors.RATE, samples);
	}

	private static Sound siren(double pitch, double seconds) {
		short[] samples = new short[(int) (seconds * Outdoors.RATE)];
		for (int i = 0; i < samples.length; i++) {
			double turn = 2 * Math.PI * pitch * i / Outdoors.RATE;
			samples[i] = (short) (7000 * (0.6 * Math.sin(turn) + 0.3 * Math.sin(2 * turn) + 0.1 * Math.sin(3 * turn)));
		}
		return new Sound(Outdoors.RATE, samples);
	}

}
