package jp.kodama.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Mono sound, 16-bit linear PCM. Immutable. */
public final class Sound {

	/** What full scale is called in {@link #peak()} and {@link #loudness()}. */
	private static final double FULL = 32768;

	private final int rate;

	private final short[] samples;

	/** Worked out when it is first asked for; sounds are kept and used again. */
	private volatile double loudness = Double.NaN;

	/**
	 * Sound from samples.
	 * @param rate samples per second
	 * @param samples full scale is ±32768
	 */
	public Sound(int rate, short[] samples) {
		this.rate = rate;
		this.samples = samples.clone();
	}

	/** Nothing, for a while. */
	public static Sound silence(int rate, Duration duration) {
		return new Sound(rate, new short[(int) (duration.toMillis() * rate / 1000)]);
	}

	/** One after the other; all at the same rate. */
	public static Sound join(List<Sound> parts) {
		int rate = parts.get(0).rate;
		short[] all = new short[parts.stream().mapToInt((part) -> part.samples.length).sum()];
		int at = 0;
		for (Sound part : parts) {
			if (part.rate != rate) {
				throw new IllegalArgumentException("rates differ: " + rate + " and " + part.rate);
			}
			System.arraycopy(part.samples, 0, all, at, part.samples.length);
			at += part.samples.length;
		}
		return new Sound(rate, all);
	}

	/**
	 * Reads a WAV file: mono, 16 bit.
	 * @throws IOException if it is anything else, or broken
	 */
	public static Sound ofWav(byte[] wav) throws IOException {
		try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
			AudioFormat format = stream.getFormat();
			if (format.getChannels() != 1 || format.getSampleSizeInBits() != 16) {
				throw new IOException("not mono 16 bit: " + format);
			}
			return ofPcm((int) format.getSampleRate(), stream.readAllBytes(), format.isBigEndian());
		}
		catch (UnsupportedAudioFileException ex) {
			throw new IOException("not a WAV file: " + ex.getMessage(), ex);
		}
	}

	/** Reads bare 16-bit samples. */
	static Sound ofPcm(int rate, byte[] pcm, boolean bigEndian) {
		short[] samples = new short[pcm.length / 2];
		ByteBuffer.wrap(pcm)
			.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
			.asShortBuffer()
			.get(samples);
		return new Sound(rate, samples);
	}

	/** Samples per second. */
	public int rate() {
		return this.rate;
	}

	/** A copy of the samples; full scale is ±32768. */
	public short[] samples() {
		return this.samples.clone();
	}

	/** How long it lasts. */
	public double seconds() {
		return (double) this.samples.length / this.rate;
	}

	/** A stretch of it, as far as there is sound. */
	public Sound part(int from, int to) {
		int start = Math.max(0, Math.min(from, this.samples.length));
		return new Sound(this.rate,
				Arrays.copyOfRange(this.samples, start, Math.max(start, Math.min(to, this.samples.length))));
	}

	/** How many samples it has. */
	public int length() {
		return this.samples.length;
	}

	/** How much memory it takes. */
	long bytes() {
		return this.samples.length * 2L;
	}

	/** The same at another rate, without what that rate cannot carry. */
	public Sound at(int otherRate) {
		return (otherRate == this.rate) ? this : new Resampler(this.rate, otherRate).resample(this.samples);
	}

	/** The highest sample, 1 = full scale. */
	public double peak() {
		int peak = 0;
		for (short sample : this.samples) {
			peak = Math.max(peak, Math.abs((int) sample));
		}
		return peak / FULL;
	}

	/**
	 * How loud people find it: integrated loudness in LUFS (ITU-R BS.1770), pauses left
	 * out; minus infinity for silence.
	 */
	public double loudness() {
		if (Double.isNaN(this.loudness)) {
			this.loudness = Loudness.of(this.samples, this.rate);
		}
		return this.loudness;
	}

	/**
	 * The same at a given {@link #loudness()}, or as near as a peak of −1 dB allows:
	 * never clipped.
	 */
	public Sound levelled(double wanted) {
		double gain = Math.min(Math.pow(10, (wanted - loudness()) / 20), Math.pow(10, -1 / 20.0) / peak());
		if (!Double.isFinite(gain)) {
			return this;
		}
		short[] scaled = new short[this.samples.length];
		for (int i = 0; i < scaled.length; i++) {
			scaled[i] = (short) Math.round(this.samples[i] * gain);
		}
		return new Sound(this.rate, scaled);
	}

	/** A WAV file of it: mono, 16 bit, little endian. */
	public byte[] wav() {
		ByteBuffer pcm = ByteBuffer.allocate(this.samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
		pcm.asShortBuffer().put(this.samples);
		AudioFormat format = new AudioFormat(this.rate, 16, 1, true, false);
		ByteArrayOutputStream file = new ByteArrayOutputStream(pcm.capacity() + 44);
		try {
			AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, this.samples.length),
					AudioFileFormat.Type.WAVE, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
