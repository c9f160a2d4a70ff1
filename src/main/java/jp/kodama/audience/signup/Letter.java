package jp.kodama.audience.signup;

/**
 * A mail about somebody's registration; no alert.
 *
 * @param id its number, also of its Message-ID: the same from try to try
 * @param channel the channel's id
 * @param address in the channel's own form
 * @param language of its words
 * @param subject one line
 * @param body plain text
 */
public record Letter(String id, String channel, String address, String language, String subject, String body) {
}
