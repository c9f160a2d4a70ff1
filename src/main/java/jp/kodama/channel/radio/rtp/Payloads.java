package jp.kodama.channel.radio.rtp;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

import jp.kodama.speech.RateConverter;
import jp.kodama.speech.Sound;

/**
 * A sound as payloads of 20 ms each; the last is filled up with silence. Each second is
 * encoded when its first payload is asked for, so that the first packet of a long
 * broadcast leaves at once. Not safe for several threads.
 */
final class Payloads extends AbstractList<byte[]> implements RandomAccess {

	private final Sound sound;

	private final Function<Sound, byte[]> encoder;

	private final RateConverter converter;

	private final int packet;

	private final int size;

	private final List<byte[]> encoded = new ArrayList<>();

	/** What was converted and does not fill a packet yet. */
	private short[] rest = {};

	private int taken;

	/**
	 * Payloads of a sound at any rate.
	 * @param rate samples per second that the encoder takes
	 * @param encoder makes a payload of 20 ms; keeps what it must know of those before
	 */
	Payloads(Sound sound, int rate, Function<Sound, byte[]> encoder) {
		this.sound = sound;
		this.encoder = encoder;
		this.converter = new RateConverter(rate);
		this.packet = samples(rate);
		this.size = -Math.floorDiv(-sound.length(), samples(sound.rate()));
	}

	private static int samples(int rate) {
		return (int) Codec.PACKET.toMillis() * rate / 1000;
	}

	@Override
	public byte[] get(int index) {
		Objects.checkIndex(index, this.size);
		while (this.encoded.size() <= index) {
			encode(next().samples());
		}
		return this.encoded.get(index);
	}

	@Override
	public int size() {
		return this.size;
	}

	private Sound next() {
		int from = this.taken;
		int end = this.size * samples(this.sound.rate());
		if (from >= end) {
			return this.converter.last();
		}
		this.taken = Math.min(from + this.sound.rate(), end);
		Sound piece = this.sound.part(from, this.taken);
		return this.converter.next(new Sound(piece.rate(), Arrays.copyOf(piece.samples(), this.taken - from)));
	}

	private void encode(short[] samples) {
		short[] all = Arrays.copyOf(this.rest, this.rest.length + samples.length);
		System.arraycopy(samples, 0, all, this.rest.length, samples.length);
		int at = 0;
		for (; at + this.packet <= all.length; at += this.packet) {
			Sound whole = new Sound(this.packet * 1000 / (int) Codec.PACKET.toMillis(),
					Arrays.copyOfRange(all, at, at + this.packet));
			this.encoded.add(this.encoder.apply(whole));
		}
		this.rest = Arrays.copyOfRange(all, at, all.length);
	}

}
