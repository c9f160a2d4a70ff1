package jp.kodama.intake.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jp.kodama.delivery.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One source, as {@code config/sources.yaml} has it.
 *
 * @param id its key there
 * @param entry what stands under it
 */
public record SourceSettings(String id, Entry entry) {

	/** What it is called where it is configured, for messages. */
	public String path() {
		return Sources.FILE + ": " + Sources.PREFIX + "." + this.id;
	}

	/** Whether it takes part. */
	public boolean enabled() {
		return this.entry.enabled();
	}

	/** The kind's name: its route template is {@code source-<kind>}. */
	public String kind() {
		return this.entry.kind();
	}

	/** Where it listens or asks; empty where the kind needs none. */
	public String address() {
		return this.entry.address();
	}

	/**
	 * What {@code secret} points to. Empty if nothing is configured, or it is not there.
	 * Never printed.
	 */
	public Optional<String> secret() {
		return Secret.read(this.entry.secret());
	}

	/** A setting of its kind. */
	public String option(String name, String otherwise) {
		return this.entry.options().getOrDefault(name, otherwise);
	}

	/** Says that a setting cannot be used: {@code options.framing}, {@code address} … */
	public IllegalStateException broken(String field, String why) {
		return new IllegalStateException(path() + "." + field + ": " + why);
	}

	/**
	 * An entry.
	 *
	 * @param kind of source
	 * @param enabled whether it takes part
	 * @param address where it listens or asks
	 * @param secret a reference, never the secret itself
	 * @param silentAfter how long nothing may be heard of it before somebody is told;
	 * null: for ever
	 * @param options the settings of its kind
	 */
	public record Entry(@DefaultValue("") String kind, @DefaultValue("true") boolean enabled,
			@DefaultValue("") String address, @DefaultValue("") String secret, @Nullable Duration silentAfter,
			@DefaultValue Map<String, String> options) {
	}

}
