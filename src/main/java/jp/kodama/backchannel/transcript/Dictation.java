package jp.kodama.backchannel.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.Recognizers;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is understood of one broadcast while it goes on. A recogniser that breaks off is
 * started again, so that officers read on, and the whole is listened to once more when
 * the broadcast is over. For one thread at a time.
 */
final class Dictation {

	private static final Logger log = LoggerFactory.getLogger(Dictation.class);

	/** One that breaks off so often will not do better. */
	private static final int MOST_STARTS = 3;

	private final Recognizers recognizers;

	private final String language;

	private final BiConsumer<String, String> shown;

	private final List<Word> words = Collections.synchronizedList(new ArrayList<>());

	private final SignalTimes signals = new SignalTimes();

	private @Nullable Listening listening;

	private int starts;

	private volatile String trouble = "";

	/**
	 * Begins to listen.
	 * @param shown is told the words so far, the end of which may change, and why nothing
	 * more is understood (empty if it is)
	 */
	Dictation(Recognizers recognizers, String language, BiConsumer<String, String> shown) {
		this.recognizers = recognizers;
		this.language = language;
		this.shown = shown;
		this.trouble = recognizers.unavailable(language);
		start();
		tell("");
	}

	private void start() {
		if (this.starts++ < MOST_STARTS && this.recognizers.unavailable(this.language).isEmpty()) {
			try {
				this.listening = this.recognizers.listen(this.language, this::heard);
			}
			catch (CannotHear ex) {
				broken(ex);
			}
		}
	}

	/** More of the broadcast. */
	void hear(short[] samples) {
		Listening open = this.listening;
		if (open != null) {
			try {
				open.hear(new Sound(Sounding.RATE, samples));
			}
			catch (CannotHear ex) {
				this.listening = null;
				broken(ex);
				start();
			}
		}
	}

	/** A chime or siren sounded, in seconds since the broadcast began. */
	void leaveOut(double from, double to) {
		this.signals.add(from, to);
		tell("");
	}

	private void heard(Heard heard) {
		if (heard.complete()) {
			this.words.addAll(heard.words());
		}
		tell(heard.complete() ? "" : heard.text());
	}

	/** It is over; the recording is whole, whatever became of the recogniser. */
	void end(Sound whole) {
		Listening open = this.listening;
		this.listening = null;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (CannotHear ex) {
			broken(ex);
		}
		if (!this.trouble.isEmpty()) {
			try {
				List<Word> again = this.recognizers.understand(whole, this.language).words();
				this.words.clear();
				this.words.addAll(again);
				this.trouble = "";
			}
			catch (CannotHear ex) {
				broken(ex);
			}
		}
	}

	private void broken(CannotHear ex) {
		this.trouble = "聞き取りが途切れました。放送のあと録音を聞き直します / the recogniser failed; the recording is heard again afterwards: "
				+ ex.getMessage();
		log.warn(this.trouble);
		tell("");
	}

	private void tell(String partial) {
		this.shown.accept(text() + partial, this.trouble);
	}

	/** The words that are certain by now, as they are written. */
	String text() {
		return new Heard(true, words()).text();
	}

	List<Word> words() {
		return this.signals.without(List.copyOf(this.words));
	}

	/** Why not all of it is understood; empty if it is. */
	String trouble() {
		return this.trouble;
	}

}
