package jp.kodama.delivery;

import java.util.List;

/**
 * Takes evidence while a wire is still at work on a large batch, so that a crash repeats
 * no more than its last moment. What was noted is left out of the {@link Outcome}.
 */
@FunctionalInterface
public interface Progress {

	/**
	 * Writes down what is known already; returns once it is on disk.
	 * @return whether to go on: false once the alert is over
	 */
	boolean note(Delivery delivery, List<Report> reports);

}
