package jp.kodama.backchannel.transcript;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.backchannel.segment.BroadcastListener;
import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import jp.kodama.speech.Recognizers;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is said at one monitor, while it is said. On a thread of its own: a
 * slow recogniser never holds up hearing.
 */
final class Transcriber implements BroadcastListener {

	private final String monitor;

	private final Monitor settings;

	private final Recognizers recognizers;

	private final LiveText live;

	private final Consumer<BroadcastHeard> next;

	private final ExecutorService thread;

	private @Nullable Dictation now;

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
		this.thread.execute(() -> {
			tell(true, "", "");
			if (this.settings.transcribe()) {
				this.now = new Dictation(this.recognizers, this.settings.language(),
						(text, trouble) -> tell(true, text, trouble));
			}
		});
	}

	@Override
	public void hears(short[] samples) {
		dictate((dictation) -> dictation.hear(samples));
	}

	@Override
	public void sounded(double from, double to) {
		dictate((dictation) -> dictation.leaveOut(from, to));
	}

	private void dictate(Consumer<Dictation> what) {
		this.thread.execute(() -> {
			Dictation dictation = this.now;
			if (dictation != null) {
				what.accept(dictation);
			}
		});
	}

	@Override
	public void ended(Broadcast broadcast) {
		this.thread.execute(() -> finish(broadcast, this.now));
	}

	private void finish(Broadcast broadcast, @Nullable Dictation dictation) {
		this.now = null;
		if (dictation == null) {
			tell(false, "", "");
			this.next.accept(new BroadcastHeard(broadcast, List.of(), "", "", ""));
			return;
		}
		dictation.end(broadcast.sound());
		tell(false, dictation.text(), dictation.trouble());
		this.next.accept(new BroadcastHeard(broadcast, dictation.words(), dictation.trouble(), "", ""));
	}

	private void tell(boolean onAir, String text, String trouble) {
		this.live.tell(new LiveLine(this.monitor, onAir, text, trouble));
	}

}
