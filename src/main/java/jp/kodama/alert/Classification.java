package jp.kodama.alert;

import java.util.Set;

/**
 * What kind of event an {@link Info} speaks of, in CAP 1.2's own code words.
 *
 * @param category {@code Geo, Met, Safety, …}
 * @param event the event's name in the info's language: {@code 大津波警報}
 * @param responseType {@code Evacuate, Shelter, Prepare, Monitor, AllClear, …}
 * @param urgency {@code Immediate, Expected, Future, Past, Unknown}
 * @param severity {@code Extreme, Severe, Moderate, Minor, Unknown}
 * @param certainty {@code Observed, Likely, Possible, Unlikely, Unknown}
 */
public record Classification(String category, String event, String responseType, String urgency, String severity,
		String certainty) {

	private static final Set<String> CATEGORIES = Set.of("Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health",
			"Env", "Transport", "Infra", "CBRNE", "Other");

	private static final Set<String> RESPONSES = Set.of("Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor",
			"Assess", "AllClear", "None");

	private static final Set<String> URGENCIES = Set.of("Immediate", "Expected", "Future", "Past", "Unknown");

	private static final Set<String> SEVERITIES = Set.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");

	private static final Set<String> CERTAINTIES = Set.of("Observed", "Likely", "Possible", "Unlikely", "Unknown");

	public Classification {
		word("category", category, CATEGORIES);
		word("responseType", responseType, RESPONSES);
		word("urgency", urgency, URGENCIES);
		word("severity", severity, SEVERITIES);
		word("certainty", certainty, CERTAINTIES);
		if (event.isBlank()) {
			throw new InvalidAlert("event", "種別がありません", "is missing");
		}
	}

	private static void word(String field, String value, Set<String> words) {
		if (!words.contains(value)) {
			throw new InvalidAlert(field, "CAP 1.2 の語ではありません: " + value, "not a word of CAP 1.2: " + value);
		}
	}

}
