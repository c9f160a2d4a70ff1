package jp.kodama.audience.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * Reads a file as {@link FileKey} describes it. What it gives has been proven, chunk by
 * chunk; that the file is whole is proven only at its end.
 */
final class DecryptingStream extends InputStream {

	private final PushbackInputStream file;

	private final FileKey key;

	private byte[] chunk = new byte[0];

	private int at;

	private long number;

	private boolean last;

	DecryptingStream(InputStream file, String passphrase) throws IOException {
		this.file = new PushbackInputStream(file, 1);
		this.key = FileKey.of(this.file.readNBytes(FileKey.BEGINNING), passphrase);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int from, int length) throws IOException {
		while (this.at == this.chunk.length) {
			if (this.last) {
				return -1;
			}
			next();
		}
		int part = Math.min(length, this.chunk.length - this.at);
		System.arraycopy(this.chunk, this.at, bytes, from, part);
		this.at += part;
		return part;
	}

	private void next() throws IOException {
		byte[] sealed = this.file.readNBytes(FileKey.CHUNK + FileKey.TAG);
		int more = this.file.read();
		this.last = more < 0;
		if (!this.last) {
			this.file.unread(more);
		}
		try {
			this.chunk = this.key.chunk(Cipher.DECRYPT_MODE, this.number++, this.last, sealed, sealed.length);
			this.at = 0;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("合言葉が違うか、ファイルが壊れています / wrong passphrase, or the file is damaged", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
