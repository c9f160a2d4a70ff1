package jp.kodama.audience.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.KeySpec;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a backup is encrypted. The file is
 *
 * <pre>
 * "KODAMA-CONTACTS-1\n"  18 bytes
 * salt                   16 bytes, random
 * iterations             4 bytes, big endian
 * chunk …                65,536 bytes of content each, the last one shorter or as long
 * </pre>
 *
 * The key is PBKDF2-HMAC-SHA256 of the passphrase (UTF-8), 256 bits. Each chunk is
 * AES-256-GCM with a 16-byte tag; its nonce is the chunk's number from 0 in 11 bytes, big
 * endian, and one byte that is 1 for the last chunk and 0 before. The 38 bytes of the
 * beginning are every chunk's associated data. So chunks cannot be changed, moved, left
 * out or cut off unnoticed; the salt makes the key, and with it every nonce, this file's
 * own. The content is gzip.
 */
final class FileKey {

	static final int CHUNK = 65_536;

	static final int TAG = 16;

	/** OWASP's figure for PBKDF2-HMAC-SHA256. */
	private static final int ITERATIONS = 600_000;

	private static final int MOST_ITERATIONS = 100_000_000;

	private static final byte[] MAGIC = "KODAMA-CONTACTS-1\n".getBytes(StandardCharsets.US_ASCII);

	private static final int SALT = 16;

	static final int BEGINNING = MAGIC.length + SALT + Integer.BYTES;

	private final byte[] beginning;

	private final SecretKey key;

	private FileKey(byte[] beginning, char[] passphrase) {
		this.beginning = beginning;
		ByteBuffer fields = ByteBuffer.wrap(beginning, MAGIC.length, SALT + Integer.BYTES);
		byte[] salt = new byte[SALT];
		fields.get(salt);
		int iterations = fields.getInt();
		if (!ByteBuffer.wrap(beginning, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC)) || iterations < 1
				|| iterations > MOST_ITERATIONS) {
			throw new IllegalArgumentException("連絡先のバックアップではありません / not a backup of contacts");
		}
		try {
			KeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
			this.key = new SecretKeySpec(
					SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", ex);
		}
	}

	/** For a new file. */
	static FileKey fresh(String passphrase) {
		if (passphrase.length() < 12) {
			throw new IllegalArgumentException("合言葉は12文字以上にしてください / a passphrase has at least 12 letters");
		}
		byte[] salt = new byte[SALT];
		new SecureRandom().nextBytes(salt);
		return new FileKey(ByteBuffer.allocate(BEGINNING).put(MAGIC).put(salt).putInt(ITERATIONS).array(),
				passphrase.toCharArray());
	}

	/** For a file that begins so. */
	static FileKey of(byte[] beginning, String passphrase) {
		if (beginning.length < BEGINNING) {
			throw new IllegalArgumentException("連絡先のバックアップではありません / not a backup of contacts");
		}
		return new FileKey(beginning, passphrase.toCharArray());
	}

	byte[] beginning() {
		return this.beginning.clone();
	}

	/** Encrypts or decrypts a chunk. */
	byte[] chunk(int mode, long number, boolean last, byte[] content, int length) throws GeneralSecurityException {
		byte[] nonce = ByteBuffer.allocate(12).put(new byte[3]).putLong(number).put((byte) (last ? 1 : 0)).array();
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
		cipher.updateAAD(this.beginning);
		return cipher.doFinal(content, 0, length);
	}

}
