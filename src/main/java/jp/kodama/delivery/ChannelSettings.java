package jp.kodama.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.rendering.ChannelProfile;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One channel: what its folder says and what the municipality configured.
 *
 * @param id its folder's name
 * @param folder {@code channels/<id>}
 * @param own what {@code channel.yaml} says
 * @param entry what {@code config/channels.yaml} says
 */
public record ChannelSettings(String id, Path folder, Folder own, Entry entry) {

	/** Whether it may reach the public at all. */
	public boolean live() {
		return this.entry.mode() == Mode.LIVE;
	}

	/** What composing needs to know of it. */
	public ChannelProfile profile() {
		Map<String, String> limits = new HashMap<>(this.own.limits());
		limits.putAll(this.entry.limits());
		return new ChannelProfile(this.id, this.own.title(), this.own.languages(), this.folder, limits);
	}

	/** Where its wire leads; empty while it only rehearses. */
	public String address() {
		return this.entry.address();
	}

	/**
	 * The secret its wire needs, from where {@code config/channels.yaml} points:
	 * {@code env:NAME} or {@code file:path}. Empty if none is configured, or it is not
	 * there. Never printed.
	 */
	public Optional<String> secret() {
		return Secret.read(this.entry.secret());
	}

	/**
	 * Which of its queues an alert takes. A channel that shows a state has only one, so
	 * that an older state never comes after a newer one.
	 */
	String lane(Alert alert) {
		return (this.own.standing() || alert.urgent()) ? Announcement.URGENT : Announcement.ROUTINE;
	}

	/**
	 * The secret, for a wire that cannot work without it.
	 * @throws IllegalStateException that says, for a status page, what is not set
	 */
	public String requiredSecret() {
		return secret().orElseThrow(() -> unset("secret"));
	}

	/**
	 * A limit without which a wire cannot work.
	 * @throws IllegalStateException that says, for a status page, what is not set
	 */
	public String required(String limit) {
		String value = profile().word(limit, "");
		if (value.isBlank()) {
			throw unset("limits." + limit);
		}
		return value;
	}

	private IllegalStateException unset(String name) {
		String where = "config/channels.yaml: kodama.channels." + this.id + "." + name;
		return new IllegalStateException("設定がありません（" + where + "） / not set, or not readable: " + where);
	}

	/** How many alerts that are over it tells of: {@code limits.past}, otherwise none. */
	public int past() {
		return Integer.parseInt(profile().word("past", "0"));
	}

	/** Whether it is heard rather than read: {@code limits.medium: voice}. */
	public boolean voice() {
		return profile().word("medium", "text").equals("voice");
	}

	/** How its wire's parts are named for a status page. */
	public String title() {
		return this.own.title().getOrDefault("ja", this.id);
	}

	/** What {@link #live()} answers. */
	public enum Mode {

		/** Only the rehearsal sink. */
		REHEARSAL,
		/** The wire. */
		LIVE

	}

	/**
	 * {@code channels/<id>/channel.yaml}.
	 *
	 * @param title how officers call it, {@code ja} and {@code en}
	 * @param languages those it can carry, the first always
	 * @param recipients whether it addresses people; otherwise everybody at once
	 * @param sampleAddress a made-up address in its form; N stands for a number
	 * @param standing whether it shows a state that must be refreshed when an alert ends
	 * @param idempotent whether the same parcel twice does no harm
	 * @param evidence the most it can ever prove
	 * @param dependsOn power, internet, cell, fibre …
	 * @param batch recipients per delivery
	 * @param threads how many deliveries at once
	 * @param retry how long between tries
	 * @param limits numbers and words of its own
	 */
	public record Folder(Map<String, String> title, List<String> languages, boolean recipients,
			@DefaultValue("") String sampleAddress, boolean standing, boolean idempotent, Evidence evidence,
			@DefaultValue List<String> dependsOn, @DefaultValue("1") int batch, @DefaultValue Threads threads,
			Retry retry, @DefaultValue Map<String, String> limits) {
	}

	/**
	 * {@code config/channels.yaml}.
	 *
	 * @param enabled whether it takes part
	 * @param mode rehearsal until somebody decides otherwise
	 * @param address a URI
	 * @param secret a reference, never the secret itself
	 * @param limits instead of the folder's
	 */
	public record Entry(@DefaultValue("true") boolean enabled, @DefaultValue("rehearsal") Mode mode,
			@DefaultValue("") String address, @DefaultValue("") String secret,
			@DefaultValue Map<String, String> limits) {
	}

	/**
	 * How many deliveries a channel carries at once.
	 *
	 * @param urgent for alerts that overtake
	 * @param routine for the rest
	 */
	public record Threads(@DefaultValue("2") int urgent, @DefaultValue("1") int routine) {
	}

	/**
	 * Back-off: first, twice first, four times first … up to the cap, until the alert
	 * expires or is superseded.
	 *
	 * @param first after the first failure
	 * @param cap the longest
	 */
	public record Retry(@DefaultValue("1s") Duration first, @DefaultValue("310s") Duration cap) {

		/** How long to wait after this many tries. */
		public Duration after(int attempts) {
			int doublings = Math.min(Math.max(attempts - 1, 0), 30);
			Duration wait = this.first.multipliedBy(1L << doublings);
			return (wait.compareTo(this.cap) < 0) ? wait : this.cap;
		}

	}

}
