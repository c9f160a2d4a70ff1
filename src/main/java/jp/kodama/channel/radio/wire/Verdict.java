package jp.kodama.channel.radio.wire;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jp.kodama.audience.Recipient;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;

/**
 * What the units of a broadcast make of it together. As long as one may still take it, it
 * is tried again there; if one never will, the delivery has failed and says where it
 * succeeded.
 */
final class Verdict {

	private final Map<String, Aired> units;

	/** With what became of each unit, by name, in their order. */
	Verdict(Map<String, Aired> units) {
		this.units = units;
	}

	/** For the recipients the sound was for. */
	Outcome outcome(List<Recipient> everybody) {
		List<Aired.NotNow> later = this.units.values()
			.stream()
			.filter(Aired.NotNow.class::isInstance)
			.map(Aired.NotNow.class::cast)
			.toList();
		if (!later.isEmpty()) {
			Duration after = later.stream().map(Aired.NotNow::after).min(Comparator.naturalOrder()).orElseThrow();
			return new Outcome.RetryLater(words(Aired.NotNow.class::isInstance), after, List.of());
		}
		if (this.units.values().stream().anyMatch(Aired.Never.class::isInstance)) {
			return new Outcome.Rejected(words((aired) -> true), List.of());
		}
		String id = this.units.values()
			.stream()
			.map((aired) -> ((Aired.Whole) aired).id())
			.filter((one) -> !one.isEmpty())
			.collect(Collectors.joining(" "));
		return new Outcome.HandedOver(everybody.stream()
			.map((one) -> new Report(one, Evidence.HANDED_OVER, id, words((aired) -> true)))
			.toList());
	}

	private String words(Predicate<Aired> which) {
		return this.units.entrySet()
			.stream()
			.filter((unit) -> which.test(unit.getValue()))
			.map((unit) -> unit.getKey() + ": " + unit.getValue().words())
			.collect(Collectors.joining("; "));
	}

}
