package jp.kodama.speech.recognition;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.RateConverter;
import jp.kodama.speech.Sound;
import org.vosk.Recognizer;

/** One Vosk recogniser at work; tells from the thread that hands it the sound. */
final class VoskListening implements Listening {

	/** Sound is handed over in pieces of this many samples: 0.2 s. */
	private static final int PIECE = VoskRecognizer.RATE / 5;

	private final Recognizer recognizer;

	private final Consumer<Heard> told;

	private final UnaryOperator<Heard> readings;

	private final RateConverter rate = new RateConverter(VoskRecognizer.RATE);

	private String before = "";

	private boolean closed;

	VoskListening(Recognizer recognizer, UnaryOperator<Heard> readings, Consumer<Heard> told) {
		this.recognizer = recognizer;
		this.readings = readings;
		this.told = told;
		recognizer.setWords(true);
	}

	@Override
	public synchronized void hear(Sound sound) {
		if (this.closed) {
			throw new CannotHear("聞き取りは終わっています / this listening is closed");
		}
		accept(this.rate.next(sound).samples());
	}

	private void accept(short[] samples) {
		for (int from = 0; from < samples.length; from += PIECE) {
			short[] piece = new short[Math.min(PIECE, samples.length - from)];
			System.arraycopy(samples, from, piece, 0, piece.length);
			if (this.recognizer.acceptWaveForm(piece, piece.length)) {
				tell(VoskResult.complete(this.recognizer.getResult()));
			}
			else {
				tell(VoskResult.partial(this.recognizer.getPartialResult()));
			}
		}
	}

	private void tell(Heard heard) {
		boolean news = !heard.text().equals(this.before);
		this.before = heard.complete() ? "" : heard.text();
		if (heard.complete() ? !heard.words().isEmpty() : news) {
			this.told.accept(heard.complete() ? this.readings.apply(heard) : heard);
		}
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			accept(this.rate.last().samples());
			tell(VoskResult.complete(this.recognizer.getFinalResult()));
		}
		finally {
			this.recognizer.close();
		}
	}

}
