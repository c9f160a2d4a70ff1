package jp.kodama.backchannel.aircheck;

import jp.kodama.speech.Sound;

/**
 * A sound as power in {@link #BANDS} bands of the radio's own range (250–3600 Hz, equal
 * on the mel scale), every {@link #STEP} seconds, smoothed over three steps.
 */
final class Spectrum {

	static final int BANDS = 20;

	static final double STEP = 0.01;

	private static final int RATE = 16_000;

	private static final int SIZE = 512;

	private static final int HOP = (int) (RATE * STEP);

	private static final double LOWEST = 250;

	private static final double HIGHEST = 3600;

	private static final double[] WINDOW = window();

	private static final double[][] BANK = bank();

	private final float[][] power;

	Spectrum(Sound sound) {
		short[] samples = sound.at(RATE).samples();
		int steps = Math.max(0, (samples.length - SIZE) / HOP);
		float[][] raw = new float[steps][];
		double[] real = new double[SIZE];
		double[] imaginary = new double[SIZE];
		for (int step = 0; step < steps; step++) {
			for (int i = 0; i < SIZE; i++) {
				real[i] = samples[step * HOP + i] / 32768.0 * WINDOW[i];
				imaginary[i] = 0;
			}
			Fourier.transform(real, imaginary, false);
			raw[step] = bands(real, imaginary);
		}
		this.power = smoothed(raw);
	}

	/** How many steps there are. */
	int steps() {
		return this.power.length;
	}

	/** The power of a step, by band; never zero. */
	float[] at(int step) {
		return this.power[step];
	}

	private static float[] bands(double[] real, double[] imaginary) {
		float[] bands = new float[BANDS];
		for (int band = 0; band < BANDS; band++) {
			double sum = 0;
			for (int bin = 0; bin < BANK[band].length; bin++) {
				if (BANK[band][bin] > 0) {
					sum += BANK[band][bin] * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
				}
			}
			bands[band] = (float) sum;
		}
		return bands;
	}

	private static float[][] smoothed(float[][] raw) {
		float[][] smooth = new float[raw.length][BANDS];
		for (int step = 0; step < raw.length; step++) {
			int before = Math.max(0, step - 1);
			int after = Math.min(raw.length - 1, step + 1);
			for (int band = 0; band < BANDS; band++) {
				smooth[step][band] = (raw[before][band] + raw[step][band] + raw[after][band]) / 3 + 1e-9f;
			}
		}
		return smooth;
	}

	private static double[] window() {
		double[] window = new double[SIZE];
		for (int i = 0; i < SIZE; i++) {
			window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
		}
		return window;
	}

	private static double[][] bank() {
		double low = mel(LOWEST);
		double width = (mel(HIGHEST) - low) / (BANDS + 1);
		double[][] bank = new double[BANDS][SIZE / 2];
		for (int band = 0; band < BANDS; band++) {
			double from = hertz(low + band * width);
			double peak = hertz(low + (band + 1) * width);
			double to = hertz(low + (band + 2) * width);
			for (int bin = 0; bin < SIZE / 2; bin++) {
				double at = (double) bin * RATE / SIZE;
				bank[band][bin] = Math.max(0, Math.min((at - from) / (peak - from), (to - at) / (to - peak)));
			}
		}
		return bank;
	}

	private static double mel(double hertz) {
		return 2595 * Math.log10(1 + hertz / 700);
	}

	private static double hertz(double mel) {
		return 700 * (Math.pow(10, mel / 2595) - 1);
	}

}
