package jp.kodama.channel.sms.provider;

/**
 * One text for one telephone.
 *
 * @param to the number in E.164, with {@code +}
 * @param words what it says
 * @param segments parts it takes on the air
 * @param urgent whether it overtakes others
 */
public record Text(String to, String words, int segments, boolean urgent) {
}
