package jp.kodama.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

import jp.kodama.speech.Sound;

/** An open microphone: silence, in real time, until something is said. */
public final class Microphone implements AutoCloseable {

	/** Samples per second. */
	public static final int RATE = 16_000;

	private static final int BLOCK = RATE / 50;

	private final Process player;

	private final SynchronousQueue<Said> waiting = new SynchronousQueue<>();

	private volatile boolean open = true;

	/** Input of ffmpeg that takes what it speaks. */
	public static final List<String> INPUT = List.of("-probesize", "32", "-analyzeduration", "0", "-f", "s16le", "-ar",
			Integer.toString(RATE), "-ac", "1", "-i", "pipe:0");

	/** Speaks to a program that takes bare samples on its standard input. */
	public Microphone(Process player) {
		this.player = player;
		Thread thread = new Thread(this::run, "microphone");
		thread.setDaemon(true);
		thread.start();
	}

	/** Begins to say something; when its first sample left, as {@link System#nanoTime()}. */
	public long say(Sound sound) throws InterruptedException {
		Said said = new Said(sound.samples());
		this.waiting.put(said);
		synchronized (said) {
			while (said.began == 0) {
				said.wait();
			}
			return said.began;
		}
	}

	private void run() {
		try (OutputStream out = new BufferedOutputStream(this.player.getOutputStream(), 2 * BLOCK)) {
			long begin = System.nanoTime();
			Said now = null;
			int at = 0;
			for (long block = 0; this.open; block++) {
				if (now == null) {
					now = this.waiting.poll();
					at = 0;
				}
				short[] samples = (now != null) ? Arrays.copyOfRange(now.samples, at, at + BLOCK) : new short[BLOCK];
				if (now != null && at == 0) {
					now.begins();
				}
				at += BLOCK;
				now = (now != null && at < now.samples.length) ? now : null;
				ByteBuffer bytes = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
				bytes.asShortBuffer().put(samples);
				out.write(bytes.array());
				out.flush();
				long wait = begin + (block + 1) * 20_000_000L - System.nanoTime();
				Thread.sleep(Math.max(0, wait / 1_000_000));
			}
		}
		catch (IOException ex) {
			this.open = false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.open = false;
	}

	/** Something to be said, and when it began. */
	private static final class Said {

		private final short[] samples;

		private long began;

		Said(short[] samples) {
			this.samples = samples;
		}

		synchronized void begins() {
			this.began = System.nanoTime();
			notifyAll();
		}

	}

}
