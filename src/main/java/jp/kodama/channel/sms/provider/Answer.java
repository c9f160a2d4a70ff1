package jp.kodama.channel.sms.provider;

import java.time.Duration;

/**
 * What a provider said of one text.
 *
 * @param lead what follows
 * @param id the provider's number of the message; empty unless taken
 * @param words the provider's code and words
 * @param after how long it asks to wait; zero if it does not say
 */
public record Answer(Lead lead, String id, String words, Duration after) {

	/** It has the text. */
	public static Answer taken(String id, String words) {
		return new Answer(Lead.TAKEN, id, words, Duration.ZERO);
	}

	/** It has not, and says nothing of when to come back. */
	public static Answer not(Lead lead, String words) {
		return new Answer(lead, "", words, Duration.ZERO);
	}

	/** It has not, and says when to come back. */
	public static Answer not(Lead lead, String words, Duration after) {
		return new Answer(lead, "", words, after);
	}

}
