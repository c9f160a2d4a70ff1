package jp.kodama.backchannel.transcript;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jp.kodama.speech.Word;

/**
 * When chimes and sirens sounded in a broadcast: what a recogniser makes of them is no
 * word.
 */
final class SignalTimes {

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	/** One more, in seconds since the broadcast began. */
	void add(double from, double to) {
		this.spans.add(new Span(from, to));
	}

	/** The words that were said, by the middle of each. */
	List<Word> without(List<Word> words) {
		return words.stream().filter((word) -> this.spans.stream().noneMatch((span) -> span.covers(word))).toList();
	}

	private record Span(double from, double to) {

		boolean covers(Word word) {
			double middle = (word.from().toMillis() + word.to().toMillis()) / 2000.0;
			return middle >= this.from && middle <= this.to;
		}

	}

}
