package jp.kodama.bench.speech;

import jp.kodama.bench.Figures;
import jp.kodama.speech.alignment.Comparison;
import jp.kodama.speech.alignment.Fate;
import jp.kodama.speech.alignment.Said;

/** Adds comparisons up. */
final class Score {

	private int errors;

	private int length;

	private long critical;

	private long lost;

	private long places;

	private long placesLost;

	Score add(Comparison comparison) {
		this.errors += comparison.errors();
		this.length += comparison.length();
		this.critical += comparison.critical();
		this.lost += comparison.harmful().size();
		this.places += comparison.fates().stream().filter(Score::place).count();
		this.placesLost += comparison.harmful().stream().filter(Score::place).count();
		return this;
	}

	private static boolean place(Fate fate) {
		return fate.said().weight() == Said.Weight.PLACE;
	}

	void report(Figures figures, String row) {
		figures.with(row, "error %", (this.length > 0) ? 100.0 * this.errors / this.length : 0)
			.with(row, "of", this.length)
			.with(row, "places lost", this.placesLost)
			.with(row, "of places", this.places)
			.with(row, "levels, numbers lost", this.lost - this.placesLost)
			.with(row, "of levels, numbers", this.critical - this.places);
	}

}
