package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.RateConverter;
import jp.kodama.speech.Sound;

/**
 * One process of Vosk at work; tells from the thread that hands it the sound. If the
 * process dies this listening is over, and no other is harmed.
 */
final class VoskListening implements Listening {

	/** Sound is handed over in pieces of this many samples: 0.2 s. */
	private static final int PIECE = VoskRecognizer.RATE / 5;

	private final VoskPool pool;

	private final VoskProcess process;

	private final Consumer<Heard> told;

	private final UnaryOperator<Heard> readings;

	private final RateConverter rate = new RateConverter(VoskRecognizer.RATE);

	private String before = "";

	private boolean closed;

	VoskListening(VoskPool pool, Path model, UnaryOperator<Heard> readings, Consumer<Heard> told) throws IOException {
		this.pool = pool;
		this.readings = readings;
		this.told = told;
		this.process = pool.take(model);
		try {
			this.process.open();
		}
		catch (IOException ex) {
			pool.giveBack(this.process);
			throw ex;
		}
	}

	@Override
	public synchronized void hear(Sound sound) {
		if (this.closed) {
			throw new CannotHear("聞き取りは終わっています / this listening is closed");
		}
		try {
			accept(this.rate.next(sound).samples());
		}
		catch (IOException ex) {
			this.pool.giveBack(this.process);
			throw VoskRecognizer.failed(ex);
		}
	}

	private void accept(short[] samples) throws IOException {
		for (int from = 0; from < samples.length; from += PIECE) {
			short[] piece = new short[Math.min(PIECE, samples.length - from)];
			System.arraycopy(samples, from, piece, 0, piece.length);
			tell(VoskResult.of(this.process.hear(piece)));
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
			tell(VoskResult.of(this.process.last()));
		}
		catch (IOException ex) {
			throw VoskRecognizer.failed(ex);
		}
		finally {
			this.pool.giveBack(this.process);
		}
	}

}
