package jp.kodama.intake.source;

import java.time.Duration;

/**
 * Nothing was heard of a source for longer than it may be silent. Published once, until
 * it is heard again.
 *
 * @param source its id
 * @param silence how long
 */
public record SourceSilent(String source, Duration silence) {
}
