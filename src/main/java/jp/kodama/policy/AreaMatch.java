package jp.kodama.policy;

import java.util.List;

/**
 * Whether a message names a municipality.
 *
 * @param result whether
 * @param rank how exactly, 1 is the municipality itself (config/areas/code-systems.csv)
 * @param notices what it says for the municipality; for {@link Result#UNKNOWN} all that
 * it says in the code system that is missing
 */
record AreaMatch(Result result, int rank, List<Bulletin.Notice> notices) {

	/** Whether a message names a municipality. */
	enum Result {

		/** It does. */
		OURS,
		/** It names other areas only. */
		ELSEWHERE,
		/** It names no areas at all. */
		NOWHERE,
		/**
		 * It names areas in a code system that nobody filled in for this municipality.
		 */
		UNKNOWN

	}

}
