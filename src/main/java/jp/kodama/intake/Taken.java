package jp.kodama.intake;

import java.util.List;

import jp.kodama.policy.Decision;

/**
 * What became of something that came in.
 *
 * @param decision what it leads to
 * @param released the identifiers of the alerts released at once
 * @param held the identifiers of those that wait for an officer
 * @param notes why nothing was made of a part of it
 */
public record Taken(Decision decision, List<String> released, List<String> held, List<String> notes) {

	public Taken {
		released = List.copyOf(released);
		held = List.copyOf(held);
		notes = List.copyOf(notes);
	}

}
