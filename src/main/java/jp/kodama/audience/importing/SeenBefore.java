package jp.kodama.audience.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Remembers in which line a word stood, 12 bytes a word. Words are told apart by 64 bits
 * of their SHA-256: among a million, two are taken for one with a chance of one in thirty
 * million, and then a good row is shown as doubled.
 */
final class SeenBefore {

	private final MessageDigest digest;

	private long[] words = new long[1 << 12];

	private int[] lines = new int[1 << 12];

	private int count;

	SeenBefore() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** The line it stood in before; 0 if it is new, and remembered from now on. */
	int put(String word, int line) {
		long hash = ByteBuffer.wrap(this.digest.digest(word.getBytes(StandardCharsets.UTF_8))).getLong();
		int before = put((hash != 0) ? hash : 1, line);
		if (before == 0 && ++this.count * 2 > this.words.length) {
			grow();
		}
		return before;
	}

	private int put(long hash, int line) {
		int at = (int) hash & (this.words.length - 1);
		while (this.words[at] != 0) {
			if (this.words[at] == hash) {
				return this.lines[at];
			}
			at = (at + 1) & (this.words.length - 1);
		}
		this.words[at] = hash;
		this.lines[at] = line;
		return 0;
	}

	private void grow() {
		long[] before = this.words;
		int[] stood = this.lines;
		this.words = new long[before.length * 2];
		this.lines = Arrays.copyOf(new int[0], before.length * 2);
		for (int i = 0; i < before.length; i++) {
			if (before[i] != 0) {
				put(before[i], stood[i]);
			}
		}
	}

}
