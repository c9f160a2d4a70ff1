/**
 * The wire of the disaster radio: brings a composed broadcast to every unit that the
 * channel's address names, over file, SIP call or multicast RTP.
 */
@NullMarked
package jp.kodama.channel.radio.wire;

import org.jspecify.annotations.NullMarked;
