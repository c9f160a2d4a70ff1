package jp.kodama.alert;

import java.util.List;

/**
 * How an alert is to be treated, from CAP 1.2's {@code source}, {@code code} and
 * {@code incidents}.
 *
 * @param source where it came in: {@code console}, {@code api}, {@code inbox}, …
 * @param codes special handling, see {@link #REHEARSAL}
 * @param incident what ties the alerts of one event together, empty if nothing does
 */
public record Handling(String source, List<String> codes, String incident) {

	/** Code: worded as if meant, but for rehearsal sinks only (replay, demonstration). */
	public static final String REHEARSAL = "rehearsal";

	/**
	 * Code: shown and read, never heard: what an officer releases from a held telegram.
	 */
	public static final String TEXT_ONLY = "text-only";

	/** Source: the self-test. No board, list or archive shows what came from it. */
	public static final String PROBE = "probe";

	public Handling {
		codes = List.copyOf(codes);
	}

	/** Ordinary handling. */
	public static Handling from(String source) {
		return new Handling(source, List.of(), "");
	}

	/** The same, confined to rehearsal sinks. */
	public Handling rehearsed() {
		return new Handling(this.source, List.of(REHEARSAL), this.incident);
	}

}
