package jp.kodama.backchannel.segment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.backchannel.settings.BackchannelSettings.Segments;
import jp.kodama.backchannel.monitor.Ear;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.speech.Sound;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what one monitor hears into broadcasts: opened by a chime, a siren or a voice,
 * ended by the closing chime, a long silence, or the end of the sound.
 */
final class Segmenter implements Ear {

	private static final int RATE = Sounding.RATE;

	/** Kept from before a broadcast is known to be one: its chime. */
	private static final double BEFORE = 4;

	/** After the closing chime is known, its last note rings on. */
	private static final double AFTER = 1.5;

	/** So much voice within a second opens a broadcast. */
	private static final double VOICE = 0.6;

	private final String monitor;

	private final Segments settings;

	private final BroadcastListener listener;

	private final Clock clock;

	private final SignalEar signals;

	private final Set<String> closing;

	private final VoiceActivity voice = new VoiceActivity(RATE, 0.1);

	private final Deque<short[]> before = new ArrayDeque<>();

	private final Deque<Boolean> lately = new ArrayDeque<>();

	private @Nullable Open open;

	Segmenter(String monitor, Segments settings, Map<String, KnownSignal> table, BroadcastListener listener,
			Clock clock) {
		this.monitor = monitor;
		this.settings = settings;
		this.listener = listener;
		this.clock = clock;
		this.signals = new SignalEar(table, RATE, 0.1);
		this.closing = Set.copyOf(settings.closing());
	}

	@Override
	public void hear(short[] samples) {
		String signal = this.signals.add(samples);
		boolean sounds = this.voice.add(samples);
		Open now = this.open;
		if (now == null) {
			this.before.add(samples);
			while (this.before.size() > BEFORE * 10) {
				this.before.remove();
			}
			this.lately.add(sounds);
			while (this.lately.size() > 10) {
				this.lately.remove();
			}
			boolean speaks = this.lately.stream().filter((one) -> one).count() >= VOICE * 10;
			if (speaks || (!signal.isEmpty() && !this.closing.contains(signal))) {
				begin(signal);
			}
			return;
		}
		now.add(samples, sounds);
		if (this.closing.contains(signal)) {
			now.closed = signal;
			now.left = AFTER;
		}
		else if (!signal.isEmpty() && now.opened.isEmpty() && now.seconds < 2 * BEFORE) {
			now.opened = signal;
		}
		this.listener.hears(samples);
		boolean rung = !now.closed.isEmpty() && (now.left -= 0.1) <= 0;
		if (rung || now.quiet >= seconds(this.settings.gap()) || now.seconds >= seconds(this.settings.longest())) {
			end(now);
		}
	}

	@Override
	public void ended() {
		Open now = this.open;
		if (now != null) {
			end(now);
		}
		this.before.clear();
		this.lately.clear();
	}

	private void begin(String signal) {
		Instant began = this.clock.instant().minusMillis(100L * this.before.size());
		Open now = new Open(began, signal);
		this.open = now;
		this.listener.began(began);
		for (short[] block : this.before) {
			now.add(block, true);
			this.listener.hears(block);
		}
		this.before.clear();
		this.lately.clear();
	}

	private void end(Open now) {
		this.open = null;
		this.listener.ended(new Broadcast(this.monitor, now.began, this.clock.instant(), now.sound(), now.voiced,
				now.opened, now.closed));
	}

	private static double seconds(Duration time) {
		return time.toMillis() / 1000.0;
	}

	/** The broadcast under way. */
	private static final class Open {

		private final Instant began;

		private final List<short[]> blocks = new ArrayList<>();

		private String opened;

		private String closed = "";

		private double left;

		private double quiet;

		private double seconds;

		private double voiced;

		Open(Instant began, String opened) {
			this.began = began;
			this.opened = opened;
		}

		void add(short[] block, boolean sounds) {
			double time = (double) block.length / RATE;
			this.blocks.add(block);
			this.seconds += time;
			this.voiced += sounds ? time : 0;
			this.quiet = sounds ? 0 : this.quiet + time;
		}

		Sound sound() {
			short[] all = new short[this.blocks.stream().mapToInt((block) -> block.length).sum()];
			int at = 0;
			for (short[] block : this.blocks) {
				System.arraycopy(block, 0, all, at, block.length);
				at += block.length;
			}
			return new Sound(RATE, all);
		}

	}

}
