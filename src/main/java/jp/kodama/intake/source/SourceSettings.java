package jp.kodama.intake.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import jp.kodama.delivery.Secret;
import jp.kodama.intake.xml.SafeXml;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

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

	/** A setting of its kind; its template's default, if the entry has none. */
	public String option(String name) {
		return this.entry.options().getOrDefault(name, "").strip();
	}

	/** An option that is a whole number. */
	public int whole(String name, int least) {
		return read(name, "a whole number from " + least, Integer::valueOf, (number) -> number >= least);
	}

	/** An option that is a length of time: {@code 30s}, {@code 12h}. */
	public Duration duration(String name) {
		return read(name, "a length of time such as 30s", DurationStyle::detectAndParse,
				(time) -> !time.isNegative() && !time.isZero());
	}

	/** An option that is a size: {@code 4MB}, {@code 512KB}; at most 16 MB. */
	public int bytes(String name) {
		DataSize size = read(name, "a size such as 4MB, at most " + SafeXml.MAX_BYTES + " bytes", DataSize::parse,
				(one) -> one.toBytes() > 0 && one.toBytes() <= SafeXml.MAX_BYTES);
		return (int) size.toBytes();
	}

	private <T> T read(String name, String what, Function<String, T> reader, Predicate<T> good) {
		try {
			T value = reader.apply(option(name));
			if (good.test(value)) {
				return value;
			}
		}
		catch (IllegalArgumentException ex) {
			throw broken("options." + name, "needs " + what + ", not '" + option(name) + "'");
		}
		throw broken("options." + name, "needs " + what + ", not '" + option(name) + "'");
	}

	SourceSettings with(Map<String, String> options) {
		return new SourceSettings(this.id, new Entry(this.entry.kind(), this.entry.enabled(), this.entry.address(),
				this.entry.secret(), this.entry.silentAfter(), options));
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
