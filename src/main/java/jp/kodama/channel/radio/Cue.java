package jp.kodama.channel.radio;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stretch of a broadcast.
 *
 * @param kind what is heard in it
 * @param language of its words; empty for a signal or a pause
 * @param words as the voice was given them, or the signal's title
 * @param from its first sample
 * @param to the sample behind its last
 */
record Cue(Kind kind, String language, String words, int from, int to) {

	/** What is heard. */
	enum Kind {

		/** A siren or chime. */
		SIGNAL,
		/** What is said in one breath. */
		WORDS,
		/** Nothing. */
		PAUSE

	}

	/**
	 * Where a broadcast may be left: behind every phrase, and at every second of a signal
	 * or a pause.
	 * @param rate samples per second
	 */
	static List<Integer> boundaries(List<Cue> cues, int rate) {
		return cues.stream().flatMap((cue) -> cue.ends(rate)).distinct().toList();
	}

	private Stream<Integer> ends(int rate) {
		if (this.kind == Kind.WORDS) {
			return Stream.of(this.to);
		}
		return Stream.concat(IntStream.iterate(this.from + rate, (at) -> at < this.to, (at) -> at + rate).boxed(),
				Stream.of(this.to));
	}

}
