package jp.kodama.policy.town;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used; says every reason at once, with file and line. */
public class InvalidPolicy extends IllegalStateException {

	private final transient List<PolicyFault> faults;

	/** At least one fault. */
	public InvalidPolicy(List<PolicyFault> faults) {
		super(faults.stream().map(PolicyFault::toString).collect(Collectors.joining("\n")));
		this.faults = List.copyOf(faults);
	}

	/** The reasons. */
	public List<PolicyFault> faults() {
		return this.faults;
	}

}
