package jp.kodama.probe;

/**
 * The self-test did not come to every channel in its time.
 *
 * @param walk how far it came
 */
public record ProbeFailed(Walk walk) {
}
