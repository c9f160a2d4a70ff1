package jp.kodama.channel.radio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.Info;
import jp.kodama.alert.State;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The air of this station. A wire asks {@link #held} whether a broadcast may go out at
 * all, and if it plays in real time takes a {@link Turn}.
 */
@Component("onAir")
public class OnAir {

	private final AirQueue queue = new AirQueue();

	private final AirOrder order;

	private final Zones zones;

	private final Batteries batteries;

	private final Clock clock;

	OnAir(AirOrder order, Zones zones, Batteries batteries, Clock clock) {
		this.order = order;
		this.zones = zones;
		this.batteries = batteries;
		this.clock = clock;
	}

	/**
	 * Why a broadcast must wait: quiet hours, or batteries that are kept for what saves
	 * lives. Empty if it may go out; always for level 4 and 5, for danger at hand and for
	 * what came by telegram.
	 */
	public @Nullable Outcome held(Parcel.Live parcel) {
		Alert alert = parcel.alert();
		if (mustAir(alert)) {
			return null;
		}
		Instant now = this.clock.instant();
		Optional<Duration> quiet = this.zones.quietHours().left(now);
		if (quiet.isPresent()) {
			return new Outcome.RetryLater("静穏時間のため" + this.zones.quietHours().until() + "まで放送しません / quiet hours until "
					+ this.zones.quietHours().until(), quiet.get(), List.of());
		}
		Optional<String> saving = this.batteries.saving(this.zones.of(alert));
		return saving
			.map((zone) -> (Outcome) new Outcome.RetryLater(
					"停電中です。" + zone + "の電池を緊急の放送に残します / batteries of " + zone + " are kept for emergencies",
					Duration.ofMinutes(1), List.of()))
			.orElse(null);
	}

	/** What no quiet hour and no battery holds back. */
	static boolean mustAir(Alert alert) {
		Info main = alert.main();
		return ScriptWriter.emergency(alert, main) || main.parameter(Info.TELEGRAM).isPresent();
	}

	/**
	 * Waits for the air. Close the turn, whatever happens.
	 * @throws InterruptedException if the engine stops meanwhile
	 */
	public Turn enter(Parcel.Live parcel) throws InterruptedException {
		return new Turn(this.queue, this.queue.enter(parcel.alert(), this.order.rank(parcel.alert())));
	}

	@EventListener
	void stop(AlertChanged event) {
		if (event.to() != State.RELEASED) {
			this.queue.over(event.alert().identifier());
		}
	}

	/** Who is on the air; null if nobody is. */
	@Nullable Alert current() {
		return this.queue.onAir();
	}

	/** Who waits for it, the next first. */
	List<Alert> waiting() {
		return this.queue.waiting();
	}

}
