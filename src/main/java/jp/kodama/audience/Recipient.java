package jp.kodama.audience;

/**
 * Somebody, or something, a channel can address.
 *
 * @param id stable number
 * @param channel the channel's id
 * @param address the address in the channel's own form: mail address, E.164 number, LINE
 * user id; {@code public} for a channel without recipients of its own
 * @param language {@code ja}, {@code en}, {@code ja-x-easy}, …
 * @param district the district (地区) lived in; empty if unknown
 * @param sample whether this is one of the made-up residents of a fresh install, who are
 * never written to on a live wire
 */
public record Recipient(long id, String channel, String address, String language, String district, boolean sample) {

	/** Everybody who can see or hear: for channels without recipients of their own. */
	public static Recipient everybody(String channel) {
		return new Recipient(0, channel, "public", "ja", "", false);
	}

}
