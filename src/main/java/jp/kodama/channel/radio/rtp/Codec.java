package jp.kodama.channel.radio.rtp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sound.sampled.AudioFormat.Encoding;

import jp.kodama.speech.Sound;

/**
 * A codec of RFC 3551. All of them put 20 ms into 160 bytes and count time in steps of
 * 1/8000 s; so does G.722 (RFC 3551, 4.5.2), although it takes 16,000 samples a second.
 */
public enum Codec {

	/** G.711 µ-law: Japan, North America. */
	PCMU(0, G711.RATE, () -> (sound) -> G711.encode(sound, Encoding.ULAW)),
	/** G.711 A-law. */
	PCMA(8, G711.RATE, () -> (sound) -> G711.encode(sound, Encoding.ALAW)),
	/** G.722 at 64 kbit/s: sound up to 7 kHz. */
	G722(9, G722Encoder.RATE, () -> new G722Encoder()::encode);

	/** What one packet holds. */
	public static final Duration PACKET = Duration.ofMillis(20);

	/** Bytes of a payload, and how far the RTP timestamp moves with it. */
	public static final int STEP = 160;

	private final int payloadType;

	private final int rate;

	private final Supplier<Function<Sound, byte[]>> encoder;

	Codec(int payloadType, int rate, Supplier<Function<Sound, byte[]>> encoder) {
		this.payloadType = payloadType;
		this.rate = rate;
		this.encoder = encoder;
	}

	/**
	 * By its name in SDP.
	 * @throws IllegalArgumentException that names those there are
	 */
	public static Codec named(String name) {
		return Arrays.stream(values())
			.filter((codec) -> codec.name().equals(name.toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"知らない符号化方式 / no such codec: " + name + " (" + List.of(values()) + ")"));
	}

	/** The static payload type. */
	public int payloadType() {
		return this.payloadType;
	}

	/**
	 * A sound at any rate as payloads of 20 ms each, made as they are asked for; the last
	 * is filled up with silence. For one thread.
	 */
	public List<byte[]> payloads(Sound sound) {
		return new Payloads(sound, this.rate, this.encoder.get());
	}

}
