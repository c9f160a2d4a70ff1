package jp.kodama.backchannel.monitor;

import java.time.Instant;
import java.util.Optional;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import org.jspecify.annotations.Nullable;

/**
 * A monitor and how it is doing.
 *
 * @param id its key in {@code config/monitors.yaml}
 * @param settings its entry
 * @param hearing what is heard just now
 * @param since since when
 * @param connected when sound, be it silence, last came; null: never
 * @param sounded when it was last more than silence and hum; null: never
 * @param trouble why nothing can be heard, for people; empty if it can
 * @param refused what was put away unheard last, and why; empty: nothing
 */
public record MonitorState(String id, Monitor settings, Hearing hearing, Instant since, @Nullable Instant connected,
		@Nullable Instant sounded, String trouble, String refused) {

	static MonitorState fresh(String id, Monitor settings, Instant now) {
		return new MonitorState(id, settings, settings.enabled() ? Hearing.WAITING : Hearing.OFF, now, null, null, "",
				"");
	}

	MonitorState hears(Hearing next, Instant now) {
		boolean live = next == Hearing.SOUND || next == Hearing.SILENCE || next == Hearing.HUM;
		return new MonitorState(this.id, this.settings, next, (next == this.hearing) ? this.since : now,
				live ? now : this.connected, (next == Hearing.SOUND) ? now : this.sounded, "", this.refused);
	}

	MonitorState dead(String why, Instant now) {
		return new MonitorState(this.id, this.settings, Hearing.DEAD, (this.hearing == Hearing.DEAD) ? this.since : now,
				this.connected, this.sounded, why, this.refused);
	}

	MonitorState refused(String what) {
		return new MonitorState(this.id, this.settings, this.hearing, this.since, this.connected, this.sounded,
				this.trouble, what);
	}

	/** When something was last heard; empty: never. */
	public Optional<Instant> lastHeard() {
		return Optional.ofNullable(this.sounded);
	}

}
