package jp.kodama.backchannel.segment;

/** How much of a block of samples stands on one frequency (Goertzel). */
final class Tone {

	private Tone() {
	}

	/** The part of the block's power that this frequency has, 0–1. */
	static double part(short[] block, double frequency, int rate) {
		double turn = 2 * Math.cos(2 * Math.PI * frequency / rate);
		double one = 0;
		double two = 0;
		double power = 1;
		for (short sample : block) {
			double next = sample + turn * one - two;
			two = one;
			one = next;
			power += (double) sample * sample;
		}
		double tone = one * one + two * two - turn * one * two;
		return Math.min(1, 2 * tone / (block.length * power));
	}

}
