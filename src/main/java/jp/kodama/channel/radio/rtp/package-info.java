/**
 * Sound as RTP (RFC 3550): codecs of RFC 3551, telephone events of RFC 4733, and the
 * clock that lets one packet leave every 20 ms.
 */
@NullMarked
package jp.kodama.channel.radio.rtp;

import org.jspecify.annotations.NullMarked;
