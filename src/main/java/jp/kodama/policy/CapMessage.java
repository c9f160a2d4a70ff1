package jp.kodama.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import jp.kodama.alert.Info;
import jp.kodama.alert.Key;

/**
 * What a CAP 1.2 message says in its sender's own words.
 *
 * @param key its name
 * @param references what it replaces or withdraws, as the sender names it
 * @param effective from when it holds
 * @param infos its words, one per language and area; empty only for a Cancel
 * @param seal whether it is signed
 */
public record CapMessage(Key key, List<Key> references, OffsetDateTime effective, List<Info> infos, Seal seal) {

	/** Says of an area that the sender left it out. */
	public static final String NO_AREA = "（地域の指定なし）";

	public CapMessage {
		references = List.copyOf(references);
		infos = List.copyOf(infos);
	}

	/** What opened the chain that it belongs to: itself, or the first it references. */
	public Key root() {
		return this.references.isEmpty() ? this.key : this.references.get(0);
	}

	/** When the last of its words stop being true. */
	public OffsetDateTime expires() {
		return this.infos.stream().map(Info::expires).max(OffsetDateTime::compareTo).orElse(OffsetDateTime.MAX);
	}

	/** Tells its words from those of another message, in every process alike. */
	public String digest() {
		StringBuilder words = new StringBuilder();
		for (Info info : this.infos) {
			words.append(info.language())
				.append(info.classification())
				.append(info.text())
				.append(info.expires())
				.append(new TreeMap<>(info.parameters()))
				.append(info.areas())
				.append(info.resources());
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(words.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a message is signed. A signature that does not fit is no seal: the reader
	 * refuses the message.
	 *
	 * @param state what is known of it
	 * @param key the public key that it fits, as Base64 of its X.509 encoding; empty
	 * unless sound
	 * @param why what stood against checking it, Japanese and English; empty unless
	 * unchecked
	 */
	public record Seal(State state, String key, String why) {

		/** Nobody signed. */
		public static final Seal NONE = new Seal(State.NONE, "", "");

		/** What is known of a signature. */
		public enum State {

			/** There is none. */
			NONE,
			/** There is one that nobody here can check. */
			UNCHECKED,
			/** It fits the key; whose key that is, is another question. */
			SOUND

		}

	}

}
