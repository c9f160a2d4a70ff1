package jp.kodama.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jp.kodama.alert.Handling;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.intake.Letter;
import jp.kodama.intake.LetterReceived;
import jp.kodama.intake.Reception;
import jp.kodama.intake.Taken;
import jp.kodama.intake.source.SourceKind;
import jp.kodama.intake.source.SourceSettings;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends the test telegram and follows it. The source kind {@code probe}: its route
 * template says how often.
 */
@Component("probe")
public class Probe implements SourceKind {

	private final ProbeTelegram telegram;

	private final Reception reception;

	private final Channels channels;

	private final ProbeEnd end;

	private final Clock clock;

	private Duration within = Duration.ofMinutes(1);

	private @Nullable Walk walking;

	private @Nullable Walk last;

	Probe(ProbeTelegram telegram, Reception reception, Channels channels, ProbeEnd end, Clock clock) {
		this.telegram = telegram;
		this.reception = reception;
		this.channels = channels;
		this.end = end;
		this.clock = clock;
	}

	@Override
	public String name() {
		return Handling.PROBE;
	}

	@Override
	public void check(SourceSettings source) {
		if (!source.id().equals(Handling.PROBE)) {
			throw source.broken("kind", "the self-test has the id " + Handling.PROBE);
		}
		this.within = source.duration("within");
	}

	/** The telegram of a new walk. One still under way is given up first. */
	Letter set(@Header("source") @Nullable String source) {
		finish((walk) -> true);
		Letter letter = this.reception.letter(Handling.PROBE, this.telegram.write(this.clock));
		Walk begun = Walk.begun(letter.name(), this.clock.instant(),
				this.channels.all().stream().map(ChannelSettings::id).collect(Collectors.toCollection(TreeSet::new)));
		synchronized (this) {
			this.walking = begun;
		}
		return letter;
	}

	@EventListener
	void received(LetterReceived event) {
		if (follow((walk) -> walk.letter().equals(event.name()), (walk) -> entered(walk, event.taken()))) {
			this.end.discard(event.taken().held());
		}
	}

	@EventListener
	void reported(EvidenceReported event) {
		String channel = event.delivery().channel();
		follow((walk) -> walk.alert().equals(event.delivery().alert()), (walk) -> event.state().equals("DONE")
				? walk.arrived(channel, event.at()) : walk.heldUp(channel, event.cause()));
	}

	/** Ends a walk that has come to every channel, or had its time. */
	void look() {
		finish((walk) -> walk.complete() || !walk.refused().isEmpty()
				|| this.clock.instant().isAfter(walk.began().plus(this.within)));
	}

	/** The last walk that has ended. */
	public synchronized Optional<Walk> last() {
		return Optional.ofNullable(this.last);
	}

	private static Walk entered(Walk walk, Taken taken) {
		return taken.released().isEmpty() ? walk.refused(taken.decision().reason()) : walk.as(taken.released().get(0));
	}

	private synchronized boolean follow(Predicate<Walk> about, UnaryOperator<Walk> step) {
		Walk walk = this.walking;
		if (walk == null || !about.test(walk)) {
			return false;
		}
		this.walking = step.apply(walk);
		return true;
	}

	private void finish(Predicate<Walk> over) {
		Walk walk;
		Optional<Walk> before;
		synchronized (this) {
			walk = this.walking;
			if (walk == null || !over.test(walk)) {
				return;
			}
			before = last();
			this.walking = null;
			this.last = walk;
		}
		// Writes to the store, whose writer reports to us: never while we keep it
		// waiting.
		this.end.of(walk, before);
	}

}
