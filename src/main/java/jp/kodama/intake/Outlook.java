package jp.kodama.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Hazard;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

/**
 * What holds of an incident when all that was said of it is put together, in whatever
 * order it came: of each family the highest that nobody who can tell said otherwise of
 * since. What was said too long ago holds no more.
 *
 * @param parts one per family that is in force, the highest first; those that air if
 * there are any, otherwise those that wait for an officer
 */
record Outlook(List<Part> parts) {

	Outlook {
		parts = List.copyOf(parts);
	}

	/** What still holds of all that was said. */
	static List<Statement> holding(Policy policy, Collection<Statement> statements, Instant at) {
		return statements.stream()
			.filter((one) -> policy.hazard(one.hazard())
				.filter((hazard) -> one.reported().plus(hazard.times().lasts()).isAfter(at))
				.filter((hazard) -> statements.stream().noneMatch((other) -> overruled(policy, one, hazard, other)))
				.isPresent())
			.toList();
	}

	/** Of statements that all hold. */
	static Outlook of(Policy policy, List<Statement> holding) {
		Function<Statement, Hazard> hazard = (one) -> policy.hazard(one.hazard()).orElseThrow();
		// Of equals, rain before landslide, as 気象庁 names them.
		Comparator<Statement> highest = Comparator.<Statement>comparingInt((one) -> hazard.apply(one).height())
			.thenComparing(Statement::verdict)
			.reversed()
			.thenComparing((one) -> policy.voice(one.telegram()).grade())
			.thenComparing(Statement::hazard, Comparator.reverseOrder())
			.thenComparing(Statement::telegram);
		Map<String, Optional<Statement>> byFamily = holding.stream()
			.collect(Collectors.groupingBy(Statement::family, Collectors.minBy(highest)));
		List<Statement> highestFirst = byFamily.values().stream().flatMap(Optional::stream).sorted(highest).toList();
		Verdict verdict = highestFirst.stream().map(Statement::verdict).reduce(Verdict.RECORD, Verdict::or);
		return new Outlook(highestFirst.stream()
			.filter((one) -> one.verdict() == verdict)
			.map((one) -> new Part(hazard.apply(one), one.verdict(), MsgType.Update, one.kinds()))
			.toList());
	}

	/** What leads. */
	Part main() {
		return this.parts.get(0);
	}

	/** What is named with it. */
	List<Part> also() {
		return this.parts.subList(1, this.parts.size());
	}

	/** How high the highest stands; nothing is 0. */
	int height() {
		return this.parts.stream().mapToInt((part) -> part.hazard().height()).max().orElse(0);
	}

	private static boolean overruled(Policy policy, Statement one, Hazard hazard, Statement other) {
		return other.family().equals(one.family()) && other.reported().isAfter(one.reported())
				&& policy.voice(other.telegram()).overrules(policy.voice(one.telegram()), hazard.height());
	}

}
