package jp.kodama.backchannel.segment;

import java.time.Instant;

import jp.kodama.speech.Sound;

/**
 * One broadcast that was heard, from its first sound to its last.
 *
 * @param monitor where
 * @param began when its first sound came
 * @param ended when it was known to be over
 * @param sound all of it
 * @param voiced how many seconds of it something was said or sounded
 * @param opened the signal that opened it, as the table of sounds names it; empty: a
 * voice
 * @param closed the signal that ended it; empty: silence, or the source broke off
 */
public record Broadcast(String monitor, Instant began, Instant ended, Sound sound, double voiced, String opened,
		String closed) {
}
