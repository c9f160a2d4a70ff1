package jp.kodama.intake;

/**
 * A letter was taken or refused, and that is on disk. Listeners must be quick: the alert
 * leaves after them.
 *
 * @param source the id of the source it came in by
 * @param name its name
 * @param taken what became of it; its verdict is REJECT if it was refused
 */
public record LetterReceived(String source, String name, Taken taken) {
}
