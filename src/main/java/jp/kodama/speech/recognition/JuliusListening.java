package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.RateConverter;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Word;

/**
 * Hands Julius a phrase at a time, as the speaker pauses, from the thread that brings the
 * sound. Where the sound comes in small pieces, as it is spoken, a phrase is told before
 * it ends as well, every two seconds.
 */
final class JuliusListening implements Listening {

	static final int RATE = 16_000;

	private final Julius julius;

	private final Consumer<Heard> told;

	private final RateConverter rate = new RateConverter(RATE);

	private final PauseCutter segmenter = new PauseCutter(RATE, this::decode);

	private static final double PARTIAL_EVERY = 2;

	/** How much of the phrase that is being said was told. */
	private double toldOf;

	private boolean closed;

	JuliusListening(Julius julius, Consumer<Heard> told) {
		this.julius = julius;
		this.told = told;
	}

	@Override
	public synchronized void hear(Sound sound) {
		if (this.closed) {
			throw new CannotHear("聞き取りは終わっています / this listening is closed");
		}
		this.segmenter.hear(this.rate.next(sound));
		if (sound.seconds() < PARTIAL_EVERY) {
			this.segmenter.unfinished(this::partial);
		}
	}

	private void partial(Sound segment, double began) {
		if (segment.seconds() - this.toldOf >= PARTIAL_EVERY) {
			this.toldOf = segment.seconds();
			tell(false, segment, began);
		}
	}

	private void decode(Sound segment, double began) {
		this.toldOf = 0;
		tell(true, segment, began);
	}

	private void tell(boolean complete, Sound segment, double began) {
		List<Word> words = new ArrayList<>();
		Duration offset = Duration.ofMillis(Math.round(began * 1000));
		for (Word word : this.julius.decode(segment)) {
			words.add(new Word(word.text(), word.reading(), word.confidence(), word.from().plus(offset),
					word.to().plus(offset)));
		}
		if (!words.isEmpty()) {
			this.told.accept(new Heard(complete, words));
		}
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.segmenter.hear(this.rate.last());
			this.segmenter.last();
		}
	}

}
