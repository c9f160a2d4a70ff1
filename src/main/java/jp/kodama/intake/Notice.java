package jp.kodama.intake;

import java.util.Map;

import jp.kodama.policy.verdict.Verdict;

/**
 * Something that is no telegram and that a prepared message answers: the words of a mail,
 * a contact that closed.
 *
 * @param letter what came; its bytes tell it from others of the same kind: the same bytes
 * again are a repetition
 * @param verdict AUTO, HOLD, or RECORD, and then no message is made
 * @param message which, and what fills its blanks
 * @param reason for officers in Japanese, then in English
 */
public record Notice(Letter letter, Verdict verdict, StoredMessage message, String reason) {

	/**
	 * A prepared message, filled in.
	 *
	 * @param template its id, {@code config/templates/*-<id>.yaml}
	 * @param blanks what fills its blanks, in Japanese
	 * @param textOnly whether it is shown and read, but never heard
	 */
	public record StoredMessage(String template, Map<String, String> blanks, boolean textOnly) {

		/** One that has no blanks. */
		public static StoredMessage of(String template) {
			return new StoredMessage(template, Map.of(), false);
		}

	}

}
