package jp.kodama.channel.radio.rtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import jp.kodama.speech.Sound;

/** ITU-T G.711 at 8,000 samples a second, by the JDK's own encoders. */
public final class G711 {

	/** Samples per second, the only rate that G.711 has. */
	public static final int RATE = 8000;

	private G711() {
	}

	/**
	 * The bare bytes, one a sample.
	 * @param law {@link Encoding#ULAW} or {@link Encoding#ALAW}
	 */
	static byte[] encode(Sound sound, Encoding law) {
		try (AudioInputStream encoded = stream(sound, law)) {
			return encoded.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A WAV file (format tag 7 or 6).
	 * @param law {@link Encoding#ULAW} or {@link Encoding#ALAW}
	 */
	public static byte[] wav(Sound sound, Encoding law) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (AudioInputStream encoded = stream(sound, law)) {
			AudioSystem.write(encoded, AudioFileFormat.Type.WAVE, file);
			return file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static AudioInputStream stream(Sound sound, Encoding law) {
		short[] samples = sound.at(RATE).samples();
		ByteBuffer pcm = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
		pcm.asShortBuffer().put(samples);
		AudioFormat linear = new AudioFormat(RATE, 16, 1, true, false);
		AudioInputStream source = new AudioInputStream(new ByteArrayInputStream(pcm.array()), linear, samples.length);
		return AudioSystem.getAudioInputStream(law, source);
	}

}
