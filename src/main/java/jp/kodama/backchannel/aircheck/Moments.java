package jp.kodama.backchannel.aircheck;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a recording agrees with a broadcast, moment by moment.
 *
 * @param all in order; those with little to hear left out
 */
record Moments(List<Moment> all) {

	/** A moment agrees from here on. */
	static final double AGREES = 0.5;

	/** Adjacent moments that must disagree together to count as another word. */
	private static final int RUN = 3;

	/** Steps from one moment to the next. */
	static final int NEXT = 4;

	/** Most of a moment must sound. */
	private static final double FULL = 0.7;

	/**
	 * Looks at all moments.
	 * @param length of a moment, in steps
	 * @param telling a moment with less to hear than this part of the mean tells nothing
	 * @param later steps by which the recording is shifted
	 */
	static Moments of(AirPath path, boolean[] sounding, int length, double telling, int later) {
		double[][] sums = new double[sounding.length][];
		for (int step = 0; step < sums.length; step++) {
			sums[step] = path.compare(step, later);
		}
		List<Moment> moments = new ArrayList<>();
		for (int step = 0; step + length <= sums.length; step += NEXT) {
			double[] sum = new double[3];
			int full = 0;
			for (int i = step; i < step + length; i++) {
				full += sounding[i] ? 1 : 0;
				for (int part = 0; part < sum.length; part++) {
					sum[part] += sums[i][part];
				}
			}
			if (full >= FULL * length) {
				moments.add(new Moment(step, sum[0] / Math.sqrt(sum[1] * sum[2] + 1e-9),
						Math.sqrt(sum[1] / (length * Spectrum.BANDS))));
			}
		}
		double mean = moments.stream().mapToDouble(Moment::strength).average().orElse(0);
		moments.removeIf((one) -> one.strength < telling * mean || one.strength < 0.5);
		return new Moments(moments);
	}

	/** Their mean agreement, 0–1. */
	double score() {
		return this.all.stream().mapToDouble(Moment::agreement).average().orElse(0);
	}

	/** The part of them that does not agree. */
	double lost() {
		return this.all.isEmpty() ? 1
				: (double) this.all.stream().filter((one) -> one.agreement < AGREES).count() / this.all.size();
	}

	/** How many seconds agree. */
	double agreed() {
		return this.all.stream().filter((one) -> one.agreement >= AGREES).count() * NEXT * Spectrum.STEP;
	}

	/** The few adjacent ones that agree least, as one moment. */
	Moment worst() {
		Moment worst = new Moment(0, (this.all.size() < RUN) ? 0 : 1, 0);
		for (int i = 0; i + RUN <= this.all.size(); i++) {
			double run = this.all.subList(i, i + RUN).stream().mapToDouble(Moment::agreement).average().orElse(0);
			if (run < worst.agreement) {
				worst = new Moment(this.all.get(i).step, run, 0);
			}
		}
		return worst;
	}

	/**
	 * A moment.
	 *
	 * @param step where in the broadcast it begins
	 * @param agreement 0–1
	 * @param strength how many dB there are to hear
	 */
	record Moment(int step, double agreement, double strength) {

		/** Where, in seconds. */
		double at() {
			return this.step * Spectrum.STEP;
		}

	}

}
