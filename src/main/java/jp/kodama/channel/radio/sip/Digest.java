package jp.kodama.channel.radio.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The answer to a digest challenge (RFC 7616), with MD5 or SHA-256. The stack's own knows
 * MD5 only, and always the same client nonce.
 *
 * @param algorithm as the challenge names it; empty means MD5
 * @param realm whose password
 * @param nonce the challenge
 * @param cnonce ours
 * @param qop {@code auth}, or empty for an old server that knows none
 */
record Digest(String algorithm, String realm, String nonce, String cnonce, String qop) {

	/** The first request that answers a nonce. */
	static final String COUNT = "00000001";

	private static final Set<String> KNOWN = Set.of("MD5", "SHA-256");

	Digest {
		algorithm = algorithm.isEmpty() ? "MD5" : algorithm.toUpperCase(Locale.ROOT);
	}

	/** Whether we can answer it. */
	boolean known() {
		return KNOWN.contains(this.algorithm);
	}

	/** The response to it. */
	String response(String user, String password, String method, String uri) {
		String who = hash(user + ":" + this.realm + ":" + password);
		String what = hash(method + ":" + uri);
		String middle = this.qop.isEmpty() ? this.nonce : String.join(":", this.nonce, COUNT, this.cnonce, this.qop);
		return hash(who + ":" + middle + ":" + what);
	}

	private String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance(this.algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
