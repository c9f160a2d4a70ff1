package jp.kodama.channel.radio;

import java.time.Duration;

import jp.kodama.speech.Sound;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Blasts with pauses between.
 *
 * @param blast how long a blast lasts
 * @param pause how long it is silent between two blasts
 * @param times how many blasts
 * @param pitch its fundamental frequency in Hz
 * @param rise what it swells up to in Hz; 0: it stays at its pitch
 * @param period how long it takes to swell and come back
 */
record Siren(@DefaultValue("0s") Duration blast, @DefaultValue("0s") Duration pause, @DefaultValue("1") int times,
		double pitch, @DefaultValue("0") double rise, @DefaultValue("1s") Duration period) {

	/** Overtones carry through wind and small horns where the fundamental does not. */
	private static final double[] OVERTONES = { 0.44, 0.27, 0.18, 0.11 };

	/** Steps in which one cycle of the tone is kept: finer than 16 bit can tell. */
	private static final int CYCLE = 65536;

	/** Seconds in which a blast rises from nothing and falls to it: no clicks. */
	private static final double EDGE = 0.04;

	Siren {
		if (blast.isZero() || times < 1 || pitch <= 0) {
			throw new IllegalArgumentException("a siren needs blast, times and pitch");
		}
	}

	/** The whole signal, at half of full scale. */
	Sound sound(int rate) {
		int blast = (int) (this.blast.toMillis() * rate / 1000);
		int turn = blast + (int) (this.pause.toMillis() * rate / 1000);
		short[] samples = new short[turn * (this.times - 1) + blast];
		double[] cycle = cycle(rate);
		double phase = 0;
		for (int i = 0; i < samples.length; i++) {
			int at = i % turn;
			phase = (at == 0) ? 0 : (phase + frequency((double) at / rate) / rate) % 1;
			if (at < blast) {
				double edge = Math.min(1, Math.min(at, blast - at) / (EDGE * rate));
				samples[i] = (short) Math.round(16384 * edge * cycle[(int) (phase * CYCLE)]);
			}
		}
		return new Sound(rate, samples);
	}

	private double frequency(double second) {
		if (this.rise == 0) {
			return this.pitch;
		}
		double turn = second / (this.period.toMillis() / 1000.0);
		return this.pitch + (this.rise - this.pitch) * (1 - Math.cos(2 * Math.PI * turn)) / 2;
	}

	/** One cycle of the tone, without overtones that the rate cannot carry. */
	private double[] cycle(int rate) {
		double[] cycle = new double[CYCLE];
		for (int overtone = 1; overtone <= OVERTONES.length; overtone++) {
			if (Math.max(this.pitch, this.rise) * overtone < rate * 0.45) {
				for (int i = 0; i < CYCLE; i++) {
					cycle[i] += OVERTONES[overtone - 1] * Math.sin(2 * Math.PI * overtone * i / CYCLE);
				}
			}
		}
		return cycle;
	}

}
