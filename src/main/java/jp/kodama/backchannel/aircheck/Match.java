package jp.kodama.backchannel.aircheck;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How well a recording agrees with a broadcast. The exact bytes that were aired are
 * known, so the recording must follow them at one offset throughout; a word that was said
 * differently does not, however alike the rest is.
 *
 * @param offset seconds from the recording's begin to the broadcast's
 * @param score the mean agreement, 0–1
 * @param lost the part that does not agree
 * @param worst the least agreement over about half a second, and where
 * @param worstWord the same over about a quarter of a second, where the broadcast is loud
 * @param jump where the recording leaves the broadcast's time, in seconds; empty: nowhere
 * @param agreed how many seconds of the broadcast were found
 */
record Match(double offset, double score, double lost, Moments.Moment worst, Moments.Moment worstWord,
		OptionalDouble jump, double agreed) {

	/** Steps: half a second, and a short word. */
	private static final int MOMENT = 44;

	private static final int WORD = 24;

	private static final double TELLING = 0.4;

	private static final double LOUD = 0.8;

	/** Of the loudest, what still counts as sounding: 32 dB less. */
	private static final double SOUNDING = 6.3e-4;

	private static final int REFINE = 3;

	/** Nothing agrees. */
	private static final Match NOTHING = new Match(0, 0, 1, new Moments.Moment(0, 0, 0), new Moments.Moment(0, 0, 0),
			OptionalDouble.empty(), 0);

	static Match of(Spectrum aired, Spectrum recorded) {
		if (aired.steps() < 2 * MOMENT || recorded.steps() < 2 * MOMENT) {
			return NOTHING;
		}
		boolean[] sounding = sounding(aired);
		int offset = Offset.of(aired, sounding, recorded);
		AirPath path = new AirPath(aired, sounding, recorded, offset);
		int finer = finer(path, sounding.length);
		path = (finer == 0) ? path : new AirPath(aired, sounding, recorded, offset + finer);
		Moments moments = Moments.of(path, sounding, MOMENT, TELLING, 0);
		if (moments.all().isEmpty()) {
			return NOTHING;
		}
		return new Match((offset + finer) * Spectrum.STEP, moments.score(), moments.lost(), moments.worst(),
				Moments.of(path, sounding, WORD, LOUD, 0).worst(), Steadiness.jump(path, sounding), moments.agreed());
	}

	private static int finer(AirPath path, int steps) {
		int best = 0;
		double most = -1;
		for (int later = -REFINE; later <= REFINE; later++) {
			double sum = 0;
			for (int step = 0; step < steps; step++) {
				sum += path.compare(step, later)[0];
			}
			if (sum > most) {
				most = sum;
				best = later;
			}
		}
		return best;
	}

	/** Where the broadcast sounds: not its pauses. */
	private static boolean[] sounding(Spectrum aired) {
		double[] energy = new double[aired.steps()];
		for (int step = 0; step < energy.length; step++) {
			for (float band : aired.at(step)) {
				energy[step] += band;
			}
		}
		double[] sorted = energy.clone();
		Arrays.sort(sorted);
		double least = sorted[(int) (0.99 * (sorted.length - 1))] * SOUNDING;
		boolean[] sounding = new boolean[energy.length];
		for (int step = 0; step < energy.length; step++) {
			for (int near = Math.max(0, step - 4); near <= Math.min(energy.length - 1, step + 4); near++) {
				sounding[step] |= energy[near] > least;
			}
		}
		return sounding;
	}

}
