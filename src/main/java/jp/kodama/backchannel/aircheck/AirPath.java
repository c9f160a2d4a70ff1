package jp.kodama.backchannel.aircheck;

import java.util.Arrays;

/**
 * What the way from the transmitter to the microphone did, band by band: how loud the
 * broadcast arrives, how much noise lies beneath, and how much of what was said before
 * still echoes. Tells how many dB the broadcast should stand above noise and echo at each
 * moment, and how many it does.
 */
final class AirPath {

	/** The echo's most: this part of what sounded up to {@link #ECHO_STEPS} before. */
	private static final double ECHO = 0.16;

	private static final int ECHO_FROM = 8;

	private static final int ECHO_STEPS = 70;

	private static final double QUIET = 0.08;

	private final Spectrum recorded;

	private final int offset;

	/** The dB that should stand above noise and echo, by step and band. */
	private final float[][] should;

	/** The dB of noise and echo, and of what was recorded. */
	private final float[][] beneath;

	private final float[][] heard;

	AirPath(Spectrum aired, boolean[] sounding, Spectrum recorded, int offset) {
		this.recorded = recorded;
		this.offset = offset;
		this.should = new float[aired.steps()][Spectrum.BANDS];
		this.beneath = new float[aired.steps()][Spectrum.BANDS];
		this.heard = new float[recorded.steps()][Spectrum.BANDS];
		for (int band = 0; band < Spectrum.BANDS; band++) {
			fit(aired, band, sounding);
		}
	}

	private void fit(Spectrum aired, int band, boolean[] sounding) {
		int from = Math.max(0, -this.offset);
		int to = Math.min(aired.steps(), this.recorded.steps() - this.offset);
		double noise = 0;
		double gain = 0;
		if (to > from) {
			double[] heard = new double[to - from];
			for (int step = from; step < to; step++) {
				heard[step - from] = this.recorded.at(step + this.offset)[band];
			}
			double[] sorted = heard.clone();
			Arrays.sort(sorted);
			noise = 1.5 * sorted[(int) (QUIET * (sorted.length - 1))];
			gain = gain(aired, band, sounding, heard, from, noise);
		}
		echo(aired, band, gain, noise);
		for (int step = 0; step < this.heard.length; step++) {
			this.heard[step][band] = decibels(this.recorded.at(step)[band]);
		}
	}

	private void echo(Spectrum aired, int band, double gain, double noise) {
		for (int step = 0; step < this.should.length; step++) {
			double before = 0;
			for (int back = ECHO_FROM; back < ECHO_STEPS && back <= step; back++) {
				before = Math.max(before, aired.at(step - back)[band]);
			}
			double floor = noise + ECHO * gain * before + 1e-12;
			this.beneath[step][band] = decibels(floor);
			this.should[step][band] = decibels(gain * aired.at(step)[band] + floor) - this.beneath[step][band];
		}
	}

	private static float decibels(double power) {
		return (float) (10 * Math.log10(power));
	}

	/** How loud it arrives: the median where it is loud. */
	private static double gain(Spectrum aired, int band, boolean[] sounding, double[] heard, int from, double noise) {
		double mean = 0;
		int many = 0;
		for (int i = 0; i < heard.length; i++) {
			mean += sounding[from + i] ? aired.at(from + i)[band] : 0;
			many += sounding[from + i] ? 1 : 0;
		}
		mean /= Math.max(1, many);
		double[] ratios = new double[many];
		int loud = 0;
		for (int i = 0; i < heard.length; i++) {
			double one = aired.at(from + i)[band];
			if (sounding[from + i] && one > mean / 2) {
				ratios[loud++] = Math.max(0, heard[i] - noise) / one;
			}
		}
		Arrays.sort(ratios, 0, loud);
		return (loud > 0) ? ratios[loud / 2] : 0;
	}

	/**
	 * Compares what should and what does stand above noise and echo at a step, in dB over
	 * all bands.
	 * @param later steps by which the recording is shifted
	 * @return the sums of should × has, should², has²
	 */
	double[] compare(int step, int later) {
		int at = step + this.offset + later;
		double[] sums = new double[3];
		float[] wanted = this.should[step];
		float[] floor = this.beneath[step];
		float[] there = (at >= 0 && at < this.heard.length) ? this.heard[at] : floor;
		for (int band = 0; band < Spectrum.BANDS; band++) {
			float has = Math.max(0, there[band] - floor[band]);
			sums[0] += wanted[band] * has;
			sums[1] += wanted[band] * wanted[band];
			sums[2] += has * has;
		}
		return sums;
	}

}
