package jp.kodama.intake;

import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision.Part;

/** What ties the telegrams of one event together for a municipality. */
final class Incident {

	private Incident() {
	}

	/**
	 * Weather telegrams carry no EventID, and one warning arrives in up to five
	 * telegrams: there the family of the hazard is the incident. An earthquake is told
	 * apart by its EventID. 気象防災速報 repeats the EventID of its older twin with a K before
	 * it; a list of EventIDs opens with the first.
	 */
	static String of(String jis, Part part, Bulletin bulletin) {
		String family = jis + "/" + part.hazard().family();
		String event = bulletin.issue().event();
		if (!part.hazard().perEvent() || event.isEmpty()) {
			return family;
		}
		String first = event.split("\\s+")[0];
		return family + "/" + (first.startsWith("KJ") ? first.substring(1) : first);
	}

}
