package jp.kodama.intake.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A source and how it is doing.
 *
 * @param settings which
 * @param light at a glance
 * @param heard what was heard of it
 * @param trouble what keeps it from working, for people; empty if nothing does
 */
public record SourceState(SourceSettings settings, Light light, Heard heard, String trouble) {

	static SourceState of(SourceSettings settings, Heard heard, String trouble, Instant now) {
		return new SourceState(settings, light(settings, heard, trouble, now), heard, trouble);
	}

	private static Light light(SourceSettings settings, Heard heard, String trouble, Instant now) {
		if (!settings.enabled()) {
			return Light.OFF;
		}
		if (!trouble.isEmpty()) {
			return Light.ERROR;
		}
		Duration most = settings.entry().silentAfter();
		if (most != null && now.isAfter(from(heard).plus(most))) {
			return Light.SILENT;
		}
		return (heard.ever() && !heard.refusedAt().isBefore(heard.last())) ? Light.ERROR : Light.OK;
	}

	/** When it was last heard; empty: never. */
	public Optional<Instant> lastHeard() {
		return Optional.of(this.heard.last()).filter((last) -> this.heard.ever());
	}

	/** How many letters came by it. */
	public long letters() {
		return this.heard.letters();
	}

	/** When and why a letter of it was last refused; empty: never. */
	public Optional<Refusal> lastRefusal() {
		return Optional.of(new Refusal(this.heard.refusedAt(), this.heard.refusal()))
			.filter((last) -> last.at().isAfter(Instant.EPOCH));
	}

	/** How long nothing was heard. */
	public Duration silence(Instant now) {
		Duration silence = Duration.between(from(this.heard), now);
		return silence.isNegative() ? Duration.ZERO : silence;
	}

	private static Instant from(Heard heard) {
		return heard.ever() ? heard.last() : heard.since();
	}

	/**
	 * A refusal.
	 *
	 * @param at when
	 * @param reason in Japanese and English
	 */
	public record Refusal(Instant at, String reason) {
	}

}
