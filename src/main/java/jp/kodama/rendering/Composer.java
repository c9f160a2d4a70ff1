package jp.kodama.rendering;

import java.util.List;

import jp.kodama.alert.InvalidAlert;

/**
 * Turns an alert into what one channel puts out. A channel that only fills in templates
 * needs none: {@link TemplateComposer} serves it. A channel with more to do has a bean of
 * this type, named by the channel's id.
 */
@FunctionalInterface
public interface Composer {

	/**
	 * Composes a delivery. Has no side effects; the same composition gives the same
	 * bytes. Every recipient is in exactly one artifact's {@link Artifact#to()}.
	 * @throws InvalidAlert if the channel cannot carry the alert (too long, a language it
	 * does not speak); names the field
	 * @throws Unavailable if a part is missing on this machine
	 */
	List<Artifact> compose(Composition composition);

	/**
	 * Finds out whether the channel can carry an alert, as {@link #compose} would: for
	 * whoever waits for the answer. Override where that can be told for less than the
	 * whole work.
	 * @throws InvalidAlert if it cannot; names the field
	 * @throws Unavailable if a part is missing on this machine
	 */
	default void check(Composition composition) {
		compose(composition);
	}

	/** A part this channel needs is not here; says which and how to get it. */
	class Unavailable extends RuntimeException {

		/** The reason as the status page shows it: {@code no Japanese voice}. */
		public Unavailable(String message) {
			super(message);
		}

	}

	/** Why this channel cannot work on this machine, or empty if it can. */
	default String unavailable() {
		return "";
	}

}
