package jp.kodama.intake;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;

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

	/** Whether it was refused. */
	public boolean refused() {
		return this.decision.verdict() == Verdict.REJECT;
	}

	/**
	 * What became of several that came together; the strongest decision speaks for all.
	 */
	static Taken together(List<Taken> several) {
		Decision strongest = several.stream()
			.map(Taken::decision)
			.max(Comparator.comparing(Decision::verdict))
			.orElseThrow();
		return new Taken(strongest, all(several, Taken::released), all(several, Taken::held),
				all(several, Taken::notes));
	}

	private static List<String> all(List<Taken> several, Function<Taken, List<String>> part) {
		return several.stream().flatMap((one) -> part.apply(one).stream()).toList();
	}

}
