package jp.kodama.backchannel.monitor;

import java.io.Closeable;
import java.io.IOException;

/**
 * Sound as it comes: mono, 16 bit, {@link #RATE} samples per second. Closing it, from any
 * thread, ends a read that waits.
 */
public interface Sounding extends Closeable {

	/** Samples per second: what recognisers want, and more than the radio carries. */
	int RATE = 16_000;

	/**
	 * Fills a block, waiting for it.
	 * @return how many samples; less than asked only at the end, 0 at the end
	 * @throws IOException that says for people why it ended
	 */
	int read(short[] block) throws IOException;

	@Override
	void close();

}
