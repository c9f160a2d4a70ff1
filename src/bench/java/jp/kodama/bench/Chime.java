package jp.kodama.bench;

import jp.kodama.speech.Sound;

/** The chimes that open and close an announcement, as a gong at a microphone plays them. */
public final class Chime {

	private static final int RATE = 16_000;

	private static final double[] NOTES = { 523.25, 659.25, 783.99, 1046.5 };

	private Chime() {
	}

	/** Opens. */
	public static Sound up() {
		return of(NOTES);
	}

	/** Closes. */
	public static Sound down() {
		return of(NOTES[3], NOTES[2], NOTES[1], NOTES[0]);
	}

	/** Notes in Hz, 0.6 s apart, at 16 kHz. */
	public static Sound of(double... notes) {
		double[] sum = new double[(int) (RATE * (0.6 * (notes.length - 1) + 1.5))];
		for (int note = 0; note < notes.length; note++) {
			int from = (int) (RATE * 0.6 * note);
			for (int i = from; i < sum.length; i++) {
				double second = (double) (i - from) / RATE;
				sum[i] += 4500 * Math.exp(-second / 0.45) * Math.sin(2 * Math.PI * notes[note] * second);
			}
		}
		short[] samples = new short[sum.length];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (short) Math.max(-32768, Math.min(32767, Math.round(sum[i])));
		}
		return new Sound(RATE, samples);
	}

}
