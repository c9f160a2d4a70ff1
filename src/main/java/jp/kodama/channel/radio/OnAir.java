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
 * The air of this station: quiet hours, batteries that are kept for what saves lives, and
 * {@code order.yaml} on every line.
 */
@Component("onAir")
public class OnAir implements Air {

	private final Lines lines;

	private final Zones zones;

	private final Batteries batteries;

	private final Clock clock;

	OnAir(AirOrder order, AirLease lease, Zones zones, Batteries batteries, Clock clock) {
		this.lines = new Lines(order, lease);
		this.zones = zones;
		this.batteries = batteries;
		this.clock = clock;
	}

	@Override
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

	@Override
	public Turn enter(String line, Parcel.Live parcel) throws InterruptedException {
		return this.lines.enter(line, parcel.alert());
	}

	@Override
	public Zones zones() {
		return this.zones;
	}

	@EventListener
	void stop(AlertChanged event) {
		if (event.to() != State.RELEASED) {
			this.lines.over(event.alert().identifier());
		}
	}

	/** Who is on the air. */
	List<Alert> current() {
		return this.lines.current();
	}

	/** Who waits for it, the next first. */
	List<Alert> waiting() {
		return this.lines.waiting();
	}

}
