package jp.kodama.backchannel.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.backchannel.segment.BroadcastListener;
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
 * Writes down what is said at one monitor, while it is said. If the recogniser breaks
 * off, the whole broadcast is listened to once more when it is over. On a thread of its
 * own: a slow recogniser never holds up hearing.
 */
final class Transcriber implements BroadcastListener {

	private static final Logger log = LoggerFactory.getLogger(Transcriber.class);

	private final String monitor;

	private final Monitor settings;

	private final Recognizers recognizers;

	private final LiveText live;

	private final Consumer<BroadcastHeard> next;

	private final ExecutorService thread;

	private final List<Word> words = Collections.synchronizedList(new ArrayList<>());

	private @Nullable Listening listening;

	private String trouble = "";

	Transcriber(String monitor, Monitor settings, Recognizers recognizers, LiveText live, Consumer<BroadcastHeard> next,
			ExecutorService thread) {
		this.monitor = monitor;
		this.settings = settings;
		this.recognizers = recognizers;
		this.live = live;
		this.next = next;
		this.thread = thread;
	}

	@Override
	public void began(Instant at) {
		this.thread.execute(this::open);
	}

	@Override
	public void hears(short[] samples) {
		this.thread.execute(() -> feed(samples));
	}

	@Override
	public void ended(Broadcast broadcast) {
		this.thread.execute(() -> finish(broadcast));
	}

	private void open() {
		this.words.clear();
		this.trouble = this.settings.transcribe() ? this.recognizers.unavailable(this.settings.language()) : "";
		if (this.settings.transcribe() && this.trouble.isEmpty()) {
			try {
				this.listening = this.recognizers.listen(this.settings.language(), this::heard);
			}
			catch (CannotHear ex) {
				broken(ex);
			}
		}
		tell(true, "");
	}

	private void feed(short[] samples) {
		Listening open = this.listening;
		if (open != null) {
			try {
				open.hear(new Sound(Sounding.RATE, samples));
			}
			catch (CannotHear ex) {
				this.listening = null;
				broken(ex);
			}
		}
	}

	private void heard(Heard heard) {
		if (heard.complete()) {
			this.words.addAll(heard.words());
			tell(true, "");
		}
		else {
			tell(true, heard.text());
		}
	}

	private void finish(Broadcast broadcast) {
		Listening open = this.listening;
		this.listening = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (CannotHear ex) {
				broken(ex);
			}
		}
		if (!this.trouble.isEmpty()) {
			again(broadcast);
		}
		tell(false, "");
		this.next.accept(new BroadcastHeard(broadcast, new ArrayList<>(this.words), this.trouble, "", ""));
	}

	/** The recording is whole, whatever became of the recogniser. */
	private void again(Broadcast broadcast) {
		try {
			List<Word> whole = this.recognizers.understand(broadcast.sound(), this.settings.language()).words();
			this.words.clear();
			this.words.addAll(whole);
			this.trouble = "";
		}
		catch (CannotHear ex) {
			broken(ex);
		}
	}

	private void broken(CannotHear ex) {
		this.trouble = "聞き取りが止まりました / the recogniser failed: " + ex.getMessage();
		log.warn("{}: {}", this.monitor, this.trouble);
		tell(true, "");
	}

	private void tell(boolean onAir, String partial) {
		String complete = new Heard(true, List.copyOf(this.words)).text();
		this.live.tell(new LiveLine(this.monitor, onAir, complete + partial, this.trouble));
	}

}
