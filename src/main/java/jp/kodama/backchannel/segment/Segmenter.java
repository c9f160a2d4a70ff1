package jp.kodama.backchannel.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.backchannel.monitor.Ear;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.backchannel.settings.BackchannelSettings.Segments;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what one monitor hears, a tenth of a second at a time, into broadcasts: opened by
 * a chime, a siren or a voice, ended by the closing chime, a long silence, or the end of
 * the sound.
 */
final class Segmenter implements Ear {

	private static final long BLOCK_MS = 100;

	/**
	 * A chime is known while its last note begins; a voice follows when that has faded.
	 */
	private static final double RINGS = 0.8;

	private final String monitor;

	private final Segments settings;

	private final BroadcastListener listener;

	private final Clock clock;

	private final SignalEar signals;

	private final Set<String> closing;

	private final VoiceActivity voice = new VoiceActivity(Sounding.RATE);

	private final Onset onset = new Onset();

	private @Nullable OpenBroadcast open;

	Segmenter(String monitor, Segments settings, Map<String, KnownSignal> table, BroadcastListener listener,
			Clock clock) {
		this.monitor = monitor;
		this.settings = settings;
		this.listener = listener;
		this.clock = clock;
		this.signals = new SignalEar(table, Sounding.RATE, BLOCK_MS / 1000.0);
		this.closing = Set.copyOf(settings.closing());
	}

	@Override
	public void hear(short[] samples) {
		String signal = this.signals.add(samples);
		boolean sounds = this.voice.add(samples);
		OpenBroadcast now = this.open;
		if (now == null) {
			boolean speaks = this.onset.add(samples, sounds);
			if (speaks || (!signal.isEmpty() && !this.closing.contains(signal))) {
				begin(signal);
			}
			return;
		}
		now.add(samples, sounds);
		this.listener.hears(samples);
		if (!signal.isEmpty() && now.recognised(signal)) {
			sounded(now, signal);
		}
		if (now.over()) {
			end(now);
		}
	}

	@Override
	public void ended() {
		OpenBroadcast now = this.open;
		if (now != null) {
			end(now);
		}
		this.onset.take();
	}

	private void begin(String signal) {
		List<short[]> before = this.onset.take();
		Instant began = this.clock.instant().minusMillis(BLOCK_MS * before.size());
		OpenBroadcast now = new OpenBroadcast(began, signal, this.settings);
		this.open = now;
		this.listener.began(began);
		for (short[] block : before) {
			now.add(block, true);
			this.listener.hears(block);
		}
		if (!signal.isEmpty()) {
			sounded(now, signal);
		}
	}

	/** What opens has nothing said before it, what closes nothing after. */
	private void sounded(OpenBroadcast now, String signal) {
		if (this.closing.contains(signal)) {
			this.listener.sounded(now.seconds() - this.signals.seconds(signal), Double.MAX_VALUE);
		}
		else {
			this.listener.sounded(0, now.seconds() + RINGS);
		}
	}

	private void end(OpenBroadcast now) {
		this.open = null;
		this.listener.ended(now.ended(this.monitor, this.clock.instant()));
	}

}
