package jp.kodama.intake.feed;

import jp.kodama.intake.Letter;

/**
 * A telegram that a feed brought.
 *
 * @param letter its bytes, for the front door
 * @param entry what it came of
 */
public record Arrival(Letter letter, Entry entry) {
}
