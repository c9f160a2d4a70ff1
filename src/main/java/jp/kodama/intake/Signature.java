package jp.kodama.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Hazard;
import jp.kodama.policy.Policy;

/**
 * What an alert says, apart from time and names: {@code rain-4+landslide-4},
 * {@code intensity:震度５強}. A telegram that would say the same again is a repetition.
 *
 * @param text as an alert carries it
 */
record Signature(String text) {

	static Signature of(Part part, List<Part> also) {
		return new Signature(
				Stream.concat(Stream.of(part), also.stream()).map(Signature::of).collect(Collectors.joining("+")));
	}

	/** Of an alert that was made from a telegram; empty for others. */
	static Signature of(Alert alert) {
		return new Signature(Objects.requireNonNullElse(alert.main().parameters().get(AlertMaker.SIGNATURE), ""));
	}

	/** Whether what the telegram calls it is part of what is said. */
	static boolean named(Hazard hazard) {
		return hazard.words("headline", "ja", "").contains("{kinds}");
	}

	/** The hazards it names, what leads first. */
	List<Hazard> hazards(Policy policy) {
		return Arrays.stream(this.text.split("\\+"))
			.map((one) -> policy.hazard(one.replaceFirst(":.*", "")))
			.flatMap(Optional::stream)
			.toList();
	}

	private static String of(Part part) {
		String names = part.kinds().stream().map(Rated::name).distinct().sorted().collect(Collectors.joining("・"));
		return part.hazard().id() + (named(part.hazard()) ? ":" + names.replace('+', '＋') : "");
	}

}
