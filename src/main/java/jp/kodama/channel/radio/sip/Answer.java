package jp.kodama.channel.radio.sip;

import java.net.InetSocketAddress;

import jp.kodama.channel.radio.rtp.Codec;

/**
 * What the other end agreed to.
 *
 * @param media where it takes RTP
 * @param codec the first of its codecs that we know
 * @param codecType the payload type it gave that codec
 * @param eventType the payload type of its telephone events; −1 if it takes none
 */
public record Answer(InetSocketAddress media, Codec codec, int codecType, int eventType) {
}
