package jp.kodama.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jp.kodama.audience.Municipality;
import jp.kodama.bench.Chime;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Broadcasts as a loudspeaker sends them, spoken by the voices of this machine, and what
 * a microphone outdoors gets of them. Noise is always the same.
 */
public final class Outdoors implements AutoCloseable {

	/** Samples per second of all of it. */
	public static final int RATE = 16_000;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/** With the voices there are. */
	public Outdoors() {
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("outdoors",
					Map.of("kodama.root", Path.of("").toAbsolutePath().toString(), "kodama.home", "target/outdoors",
							"kodama.parts", System.getenv().getOrDefault("KODAMA_PARTS", ".parts"))));
		this.context.registerBean(Municipality.class, () -> new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town",
				Map.of(), List.of(new Municipality.District("住吉", "すみよし", "Sumiyoshi"))));
		this.context.scan("jp.kodama.speech");
		this.context.refresh();
	}

	/** Why nothing can be said; empty if it can. */
	public String unavailable() {
		return this.context.getBean(Voices.class).unavailable("ja");
	}

	/** Chime, station, the lines twice, station, closing chime. */
	public Sound broadcast(String... lines) {
		List<Sound> parts = new ArrayList<>(List.of(chime(), pause(0.7)));
		parts.addAll(said("こちらは、ぼうさいあなみずです。"));
		for (int time = 0; time < 2; time++) {
			for (String line : lines) {
				parts.addAll(said(line));
			}
			parts.add(pause(2));
		}
		parts.addAll(said("こちらは、ぼうさいあなみずです。"));
		parts.add(chimeDown());
		return Sound.join(parts);
	}

	/** A line, each sentence followed by a pause. */
	public List<Sound> said(String line) {
		List<Sound> parts = new ArrayList<>();
		this.context.getBean(Voices.class).speak(line, "ja", RATE).forEach((sentence) -> {
			parts.add(sentence.levelled(-20));
			parts.add(pause(0.7));
		});
		return parts;
	}

	/** The opening chime. */
	public static Sound chime() {
		return Chime.up();
	}

	/** The closing chime. */
	public static Sound chimeDown() {
		return Chime.down();
	}

	/** Nothing for a while. */
	public static Sound pause(double seconds) {
		return Sound.silence(RATE, Duration.ofMillis((long) (1000 * seconds)));
	}

	/** The first part of it. */
	public static Sound first(Sound sound, double part) {
		short[] samples = sound.samples();
		return new Sound(RATE, java.util.Arrays.copyOf(samples, (int) (samples.length * part)));
	}

	/** Somewhere in a longer recording, half as loud. */
	public static Sound recorded(Sound sound) {
		short[] samples = sound.samples();
		short[] all = new short[samples.length + 9 * RATE];
		for (int i = 0; i < samples.length; i++) {
			all[4 * RATE + 777 + i] = (short) (samples[i] / 2);
		}
		return new Sound(RATE, all);
	}

	/** With an echo 300 ms later, 10 dB beneath. */
	public static Sound echoed(Sound sound) {
		double[] sum = doubles(sound);
		double[] dry = sum.clone();
		int late = 3 * RATE / 10;
		for (int i = late; i < sum.length; i++) {
			sum[i] += dry[i - late] * Math.pow(10, -0.5);
		}
		return new Sound(RATE, rounded(sum));
	}

	/** With pink noise so many dB beneath what sounds. */
	public static Sound noisy(Sound sound, double snr) {
		double[] sum = doubles(sound);
		double power = 0;
		int many = 0;
		for (double one : sum) {
			if (Math.abs(one) > 50) {
				power += one * one;
				many++;
			}
		}
		double[] noise = pink(sum.length);
		double loud = Math.sqrt(power / Math.max(1, many)) * Math.pow(10, -snr / 20);
		for (int i = 0; i < sum.length; i++) {
			sum[i] += loud * noise[i];
		}
		return new Sound(RATE, rounded(sum));
	}

	/** The mains and two of its harmonics. */
	public static Sound hum(double seconds) {
		double[] sum = new double[(int) (RATE * seconds)];
		for (int i = 0; i < sum.length; i++) {
			double turn = 2 * Math.PI * i / RATE;
			sum[i] = 2000 * Math.sin(50 * turn) + 900 * Math.sin(100 * turn) + 700 * Math.sin(150 * turn);
		}
		return new Sound(RATE, rounded(sum));
	}

	/** Paul Kellet's filter over white noise; its loudness is 1. */
	private static double[] pink(int many) {
		Random random = new Random(17461);
		double[] noise = new double[many];
		double[] held = new double[3];
		double power = 0;
		for (int i = 0; i < many; i++) {
			double white = random.nextGaussian();
			held[0] = 0.99765 * held[0] + white * 0.0990460;
			held[1] = 0.96300 * held[1] + white * 0.2965164;
			held[2] = 0.57000 * held[2] + white * 1.0526913;
			noise[i] = held[0] + held[1] + held[2] + white * 0.1848;
			power += noise[i] * noise[i];
		}
		double loud = Math.sqrt(power / many);
		for (int i = 0; i < many; i++) {
			noise[i] /= loud;
		}
		return noise;
	}

	private static double[] doubles(Sound sound) {
		short[] samples = sound.samples();
		double[] all = new double[samples.length];
		for (int i = 0; i < all.length; i++) {
			all[i] = samples[i];
		}
		return all;
	}

	private static short[] rounded(double[] values) {
		short[] samples = new short[values.length];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (short) Math.max(-32768, Math.min(32767, Math.round(values[i])));
		}
		return samples;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
