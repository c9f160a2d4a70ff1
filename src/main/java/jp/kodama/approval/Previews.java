package jp.kodama.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Key;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Delivery;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import jp.kodama.speech.ReadingsApplied;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a channel would put out if an alert were released now, composed by the very code
 * that composes what airs. One sample recipient stands for each language.
 */
@Component
public class Previews {

	/** A preview is opened part by part: its sound must not be spoken anew for each. */
	private static final int KEPT = 64;

	private final AlertJournal journal;

	private final Renderer renderer;

	private final Clock clock;

	private final Map<Shown, List<Artifact>> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Shown, List<Artifact>> eldest) {
			return size() > KEPT;
		}
	});

	Previews(AlertJournal journal, Renderer renderer, Clock clock) {
		this.journal = journal;
		this.renderer = renderer;
		this.clock = clock;
	}

	/** What was composed with other readings is no preview any more. */
	@EventListener
	void forget(ReadingsApplied event) {
		this.kept.clear();
	}

	/**
	 * Composes it.
	 * @throws jp.kodama.alert.InvalidAlert if the channel cannot carry it
	 * @throws jp.kodama.rendering.Composer.Unavailable if a part of the channel is
	 * missing
	 */
	public List<Artifact> of(Alert alert, ChannelSettings channel) {
		Shown shown = new Shown(alert, standing(alert), channel.id());
		List<Artifact> known = this.kept.get(shown);
		if (known != null) {
			return known;
		}
		List<Artifact> artifacts = compose(alert, shown.standing(), channel);
		this.kept.put(shown, artifacts);
		return artifacts;
	}

	/**
	 * Finds out whether the channel can carry it, as if nothing else were in force: the
	 * work must not grow with what is out already.
	 * @throws jp.kodama.alert.InvalidAlert if it cannot
	 * @throws jp.kodama.rendering.Composer.Unavailable if a part of the channel is
	 * missing
	 */
	void check(Alert alert, ChannelSettings channel) {
		this.renderer.check(new Composition(Delivery.id(alert.identifier(), channel.id(), "0"), alert,
				Board.of(List.of(alert)), channel.profile(), samples(channel), this.clock.instant()));
	}

	private List<Artifact> compose(Alert alert, List<Alert> standing, ChannelSettings channel) {
		return this.renderer.render(composition(alert, standing, channel));
	}

	private Composition composition(Alert alert, List<Alert> standing, ChannelSettings channel) {
		return new Composition(Delivery.id(alert.identifier(), channel.id(), "0"), alert,
				channel.own().standing() ? new Board(standing, past(alert, channel)) : Board.of(List.of()),
				channel.profile(), samples(channel), this.clock.instant());
	}

	/** What is over, and what will be once this is out. */
	private List<Alert> past(Alert alert, ChannelSettings channel) {
		List<Alert> past = new ArrayList<>();
		alert.references()
			.forEach((key) -> this.journal.find(key.identifier()).ifPresent((entry) -> past.add(entry.alert())));
		this.journal.past(this.clock.instant(), Set.of(alert.rehearsalOnly()), channel.past())
			.stream()
			.filter((one) -> !past.contains(one))
			.forEach(past::add);
		return past;
	}

	/** What the public would see: this one and whatever it does not replace. */
	private List<Alert> standing(Alert alert) {
		Set<String> gone = alert.references().stream().map(Key::identifier).collect(Collectors.toSet());
		gone.add(alert.identifier());
		List<Alert> standing = new ArrayList<>(List.of(alert));
		this.journal.inForce(this.clock.instant())
			.stream()
			.filter((other) -> !gone.contains(other.identifier()) && other.rehearsalOnly() == alert.rehearsalOnly())
			.forEach(standing::add);
		return standing;
	}

	private static List<Recipient> samples(ChannelSettings channel) {
		if (!channel.own().recipients()) {
			return List.of(Recipient.everybody(channel.id()));
		}
		List<Recipient> samples = new ArrayList<>();
		for (String language : channel.own().languages()) {
			int number = samples.size() + 1;
			samples.add(new Recipient(number, channel.id(),
					channel.own().sampleAddress().replace("N", Integer.toString(number)), language, "", true));
		}
		return samples;
	}

	/** What a preview depends on. */
	private record Shown(Alert alert, List<Alert> standing, String channel) {
	}

}
