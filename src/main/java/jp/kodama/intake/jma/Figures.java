package jp.kodama.intake.jma;

import java.util.LinkedHashMap;
import java.util.Map;

import jp.kodama.intake.xml.Node;
import jp.kodama.policy.Bulletin.Notice;

/**
 * What a telegram forecasts for a coast: how high, and when. It is true for minutes only,
 * so it is kept apart from what is told again (Kamaishi 2011).
 */
final class Figures {

	private Figures() {
	}

	/** Those of an {@code Item}; empty where it gives none. */
	static Map<String, String> of(Node item) {
		Map<String, String> figures = new LinkedHashMap<>();
		item.path("MaxHeight", "TsunamiHeight").stream().findFirst().ifPresent((height) -> {
			put(figures, Notice.HEIGHT, height.attribute("description"));
			if (height.text().matches("[0-9]+([.][0-9]+)?")) {
				put(figures, Notice.METRES, height.text());
			}
		});
		put(figures, Notice.ARRIVAL, item.text("FirstHeight", "ArrivalTime"));
		return figures;
	}

	private static void put(Map<String, String> figures, String name, String value) {
		if (!value.isEmpty()) {
			figures.put(name, value);
		}
	}

}
