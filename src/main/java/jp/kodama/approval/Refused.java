package jp.kodama.approval;

import java.util.List;
import java.util.stream.Collectors;

/** An alert may not go further; says every reason at once. */
public class Refused extends RuntimeException {

	private final List<Problem> problems;

	/** At least one of the problems is a refusal. */
	public Refused(List<Problem> problems) {
		super(problems.stream()
			.filter((one) -> !one.warning())
			.map((one) -> one.field() + ": " + one.english())
			.collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	Refused(Problem problem) {
		this(List.of(problem));
	}

	/** The reasons, refusals and warnings. */
	public List<Problem> problems() {
		return this.problems;
	}

}
