package jp.kodama.backchannel.aircheck;

import java.util.OptionalDouble;

/**
 * Whether a recording keeps the broadcast's time. Another word in place of one is hardly
 * ever of the very same length, so all that follows comes earlier or later.
 */
final class Steadiness {

	/** Steps looked at together, and from one look to the next. */
	private static final int STRETCH = 150;

	private static final int NEXT = 75;

	private static final int FARTHEST = 8;

	/** Clocks drift; they do not jump by so many steps. */
	private static final int JUMP = 2;

	private static final double CLEAR = 0.7;

	private Steadiness() {
	}

	/** Where in the broadcast, in seconds, the recording jumps; empty: nowhere. */
	static OptionalDouble jump(AirPath path, boolean[] sounding) {
		Integer before = null;
		for (int step = 0; step + STRETCH <= sounding.length; step += NEXT) {
			int full = 0;
			for (int i = step; i < step + STRETCH; i++) {
				full += sounding[i] ? 1 : 0;
			}
			Integer now = (full > 0.6 * STRETCH) ? offset(path, step) : null;
			if (now != null && before != null && Math.abs(now - before) >= JUMP) {
				return OptionalDouble.of(step * Spectrum.STEP);
			}
			before = (now != null) ? now : before;
		}
		return OptionalDouble.empty();
	}

	/** By how many steps a stretch is off; null where that is not clear. */
	private static @org.jspecify.annotations.Nullable Integer offset(AirPath path, int from) {
		double best = 0;
		int at = 0;
		for (int later = -FARTHEST; later <= FARTHEST; later++) {
			double[] sum = new double[3];
			for (int step = from; step < from + STRETCH; step++) {
				double[] one = path.compare(step, later);
				for (int part = 0; part < sum.length; part++) {
					sum[part] += one[part];
				}
			}
			double agreement = sum[0] / Math.sqrt(sum[1] * sum[2] + 1e-9);
			if (agreement > best) {
				best = agreement;
				at = later;
			}
		}
		return (best >= CLEAR && Math.abs(at) < FARTHEST) ? at : null;
	}

}
