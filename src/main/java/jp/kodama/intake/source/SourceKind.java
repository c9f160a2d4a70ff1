package jp.kodama.intake.source;

/**
 * A kind of source that knows what its settings must look like. A kind needs none of
 * this: its route template is enough.
 */
public interface SourceKind {

	/** As {@code kind} in {@code config/sources.yaml} and in its template's name. */
	String name();

	/**
	 * Looks at the settings of a source before anything starts.
	 * @throws IllegalStateException from {@link SourceSettings#broken}: the start is
	 * refused
	 */
	void check(SourceSettings source);

}
