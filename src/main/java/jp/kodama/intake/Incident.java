package jp.kodama.intake;

import java.util.List;
import java.util.function.Function;

import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision.Part;

/** What ties the telegrams of one event together for a municipality. */
final class Incident {

	private Incident() {
	}

	/** As {@link #of(String, Part, Bulletin, Function)}, of nothing taken in before. */
	static String of(String jis, Part part, Bulletin bulletin) {
		return of(jis, part, bulletin, (event) -> List.of());
	}

	/**
	 * Weather telegrams carry no EventID, and one warning arrives in up to five
	 * telegrams: there the family of the hazard is the incident. An earthquake is told
	 * apart by its EventID. 気象防災速報 repeats the EventID of its older twin with a K before
	 * it; a list of EventIDs opens with the first. A CAP message belongs to the incident
	 * of what it references.
	 * @param recorded the incidents of an event that was taken in before
	 */
	static String of(String jis, Part part, Bulletin bulletin, Function<String, List<String>> recorded) {
		String family = jis + "/" + part.hazard().family();
		CapMessage message = bulletin.cap();
		if (message != null) {
			return chain(family + "/" + message.key().sender() + "/", message, recorded);
		}
		String event = bulletin.issue().event();
		if (!part.hazard().perEvent() || event.isEmpty()) {
			return family;
		}
		String first = event.split("\\s+")[0];
		return family + "/" + (first.startsWith("KJ") ? first.substring(1) : first);
	}

	/** A message of CAP may reference only the last of those before it. */
	private static String chain(String sender, CapMessage message, Function<String, List<String>> recorded) {
		return message.references()
			.stream()
			.flatMap((reference) -> recorded.apply(reference.identifier()).stream())
			.filter((incident) -> incident.startsWith(sender))
			.findFirst()
			.orElse(sender + message.root().identifier());
	}

}
