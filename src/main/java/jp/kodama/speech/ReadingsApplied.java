package jp.kodama.speech;

/**
 * From now on the voices read by a changed dictionary: what was composed before is stale.
 */
public record ReadingsApplied() {
}
