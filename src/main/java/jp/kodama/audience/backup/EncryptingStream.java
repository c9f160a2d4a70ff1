package jp.kodama.audience.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/** Writes a file as {@link FileKey} describes it; whole only once closed. */
final class EncryptingStream extends OutputStream {

	private final OutputStream file;

	private final FileKey key;

	private final byte[] chunk = new byte[FileKey.CHUNK];

	private int filled;

	private long number;

	private boolean closed;

	EncryptingStream(OutputStream file, FileKey key) throws IOException {
		this.file = file;
		this.key = key;
		file.write(key.beginning());
	}

	@Override
	public void write(int one) throws IOException {
		if (this.filled == this.chunk.length) {
			put(false);
		}
		this.chunk[this.filled++] = (byte) one;
	}

	@Override
	public void write(byte[] bytes, int from, int length) throws IOException {
		int at = from;
		while (at < from + length) {
			if (this.filled == this.chunk.length) {
				put(false);
			}
			int part = Math.min(from + length - at, this.chunk.length - this.filled);
			System.arraycopy(bytes, at, this.chunk, this.filled, part);
			this.filled += part;
			at += part;
		}
	}

	private void put(boolean last) throws IOException {
		try {
			this.file.write(this.key.chunk(Cipher.ENCRYPT_MODE, this.number++, last, this.chunk, this.filled));
			this.filled = 0;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		if (!this.closed) {
			this.closed = true;
			put(true);
			this.file.close();
		}
	}

}
