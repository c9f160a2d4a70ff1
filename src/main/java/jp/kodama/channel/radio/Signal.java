package jp.kodama.channel.radio;

import java.util.Objects;

import jp.kodama.speech.Sound;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code sounds.yaml}: a siren or a chime.
 *
 * @param title as the script names it
 * @param siren if it is a siren
 * @param chime if it is a chime
 */
record Signal(String title, @Nullable Siren siren, @Nullable Chime chime) {

	Signal {
		if ((siren == null) == (chime == null)) {
			throw new IllegalArgumentException(title + ": must have either siren or chime");
		}
	}

	/** Its sound, not yet levelled. */
	Sound sound(int rate) {
		return (this.siren != null) ? this.siren.sound(rate) : Objects.requireNonNull(this.chime).sound(rate);
	}

}
