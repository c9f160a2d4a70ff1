package jp.kodama.backchannel.aircheck;

/**
 * Where in a recording a broadcast begins, by cross-correlation of their spectra; the
 * whole of both is looked at.
 */
final class Offset {

	/** Coarse first: every other step, pairs of bands. */
	private static final int COARSE = 2;

	private static final double FLOOR = 1e-4;

	private Offset() {
	}

	/** The steps from the recording's begin to the broadcast's; negative if cut off. */
	static int of(Spectrum aired, boolean[] sounding, Spectrum recorded) {
		int airedSteps = aired.steps() / COARSE;
		int recordedSteps = recorded.steps() / COARSE;
		int size = Fourier.size(airedSteps + recordedSteps);
		double[] sum = new double[size];
		for (int band = 0; band < Spectrum.BANDS; band += COARSE) {
			correlate(row(aired, band, airedSteps, sounding), row(recorded, band, recordedSteps, null), sum);
		}
		int best = 0;
		for (int lag = -airedSteps + 1; lag < recordedSteps; lag++) {
			if (sum[Math.floorMod(lag, size)] > sum[Math.floorMod(best, size)]) {
				best = lag;
			}
		}
		return best * COARSE;
	}

	private static void correlate(double[] aired, double[] recorded, double[] sum) {
		int size = sum.length;
		double[] aRe = java.util.Arrays.copyOf(aired, size);
		double[] aIm = new double[size];
		double[] bRe = java.util.Arrays.copyOf(recorded, size);
		double[] bIm = new double[size];
		Fourier.transform(aRe, aIm, false);
		Fourier.transform(bRe, bIm, false);
		for (int i = 0; i < size; i++) {
			double re = bRe[i] * aRe[i] + bIm[i] * aIm[i];
			bIm[i] = bIm[i] * aRe[i] - bRe[i] * aIm[i];
			bRe[i] = re;
		}
		Fourier.transform(bRe, bIm, true);
		for (int i = 0; i < size; i++) {
			sum[i] += bRe[i];
		}
	}

	/** Decibels about their mean; zero where it does not count. */
	private static double[] row(Spectrum spectrum, int band, int steps,
			boolean @org.jspecify.annotations.Nullable [] of) {
		double[] row = new double[steps];
		double top = 0;
		for (int i = 0; i < steps; i++) {
			row[i] = spectrum.at(i * COARSE)[band] + spectrum.at(i * COARSE)[band + 1];
			top = Math.max(top, row[i]);
		}
		double mean = 0;
		int many = 0;
		for (int i = 0; i < steps; i++) {
			row[i] = 10 * Math.log10(Math.max(row[i], top * FLOOR));
			if (of == null || of[i * COARSE]) {
				mean += row[i];
				many++;
			}
		}
		mean /= Math.max(1, many);
		for (int i = 0; i < steps; i++) {
			row[i] = (of == null || of[i * COARSE]) ? row[i] - mean : 0;
		}
		return row;
	}

}
