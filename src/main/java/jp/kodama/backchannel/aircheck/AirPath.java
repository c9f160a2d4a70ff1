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

	/** What is sent, as loud as it arrives, by step and band; and what lies beneath. */
	private final double[][] sent;

	private final double[][] beneath;

	AirPath(Spectrum aired, boolean[] sounding, Spectrum recorded, int offset) {
		this.recorded = recorded;
		this.offset = offset;
		this.sent = new double[aired.steps()][Spectrum.BANDS];
		this.beneath = new double[aired.steps()][Spectrum.BANDS];
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
		for (int step = 0; step < aired.steps(); step++) {
			this.sent[step][band] = gain * aired.at(step)[band];
			double before = 0;
			for (int back = ECHO_FROM; back < ECHO_STEPS && back <= step; back++) {
				before = Math.max(before, this.sent[step - back][band]);
			}
			this.beneath[step][band] = noise + ECHO * before + 1e-12;
		}
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
		boolean there = at >= 0 && at < this.recorded.steps();
		double[] sums = new double[3];
		for (int band = 0; band < Spectrum.BANDS; band++) {
			double floor = this.beneath[step][band];
			double should = 10 * Math.log10((this.sent[step][band] + floor) / floor);
			double heard = there ? this.recorded.at(at)[band] : 0;
			double has = (heard > floor) ? 10 * Math.log10(heard / floor) : 0;
			sums[0] += should * has;
			sums[1] += should * should;
			sums[2] += has * has;
		}
		return sums;
	}

}
