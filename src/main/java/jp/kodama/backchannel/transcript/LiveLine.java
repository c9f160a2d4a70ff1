package jp.kodama.backchannel.transcript;

/**
 * What is being said at one monitor.
 *
 * @param monitor its id
 * @param onAir whether a broadcast is under way
 * @param text what is understood so far; the end may still change
 * @param trouble why nothing is understood; empty if something can be
 */
public record LiveLine(String monitor, boolean onAir, String text, String trouble) {
}
