package jp.kodama.intake.source;

/**
 * A source that had fallen silent was heard.
 *
 * @param source its id
 */
public record SourceHeardAgain(String source) {
}
