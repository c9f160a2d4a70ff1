package jp.kodama.intake;

import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Hazard;

/** What ties the telegrams of one event together for a municipality. */
final class Incident {

	private Incident() {
	}

	/**
	 * Weather telegrams carry no EventID, and one warning arrives in up to five
	 * telegrams: there what the hazard belongs to is the incident. An earthquake is told
	 * apart by its EventID, a river by its number. 気象防災速報 repeats the EventID of its
	 * older twin with a K before it; behind the line stands when it was told again. A
	 * list of EventIDs opens with the first.
	 */
	static String of(String jis, Hazard hazard, Bulletin bulletin) {
		String incident = jis + "/" + hazard.incident();
		String event = bulletin.issue().event();
		if (!hazard.perEvent() || event.isEmpty()) {
			return incident;
		}
		String first = event.split("[\\s_]+")[0];
		return incident + "/" + (first.startsWith("KJ") ? first.substring(1) : first);
	}

}
