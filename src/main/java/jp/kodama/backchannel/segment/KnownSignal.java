package jp.kodama.backchannel.segment;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A chime or siren to listen for: a row of the radio's table of sounds, as far as hearing
 * needs it.
 *
 * @param title for people
 * @param siren if it is a siren
 * @param chime if it is a chime
 */
record KnownSignal(@DefaultValue("") String title, @Nullable Siren siren, @Nullable Chime chime) {

	/** Blasts with pauses between; the pitch in Hz, swelling to {@code rise} if not 0. */
	record Siren(@DefaultValue("1s") Duration blast, @DefaultValue("0s") Duration pause, @DefaultValue("1") int times,
			double pitch, @DefaultValue("0") double rise, @DefaultValue("1s") Duration period) {
	}

	/** Notes in Hz, one after the other. */
	record Chime(@DefaultValue List<Double> notes, @DefaultValue("600ms") Duration each) {
	}

}
