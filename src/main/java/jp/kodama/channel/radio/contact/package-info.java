/**
 * The control contact that starts a radio console or an amplifier (起動接点): closed before
 * the sound, opened after it, whatever happens.
 */
@NullMarked
package jp.kodama.channel.radio.contact;

import org.jspecify.annotations.NullMarked;
