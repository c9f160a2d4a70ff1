package jp.kodama.audience.residents;

import java.util.List;
import java.util.Map;

/**
 * Somebody who lives or works here.
 *
 * @param number the municipality's own number for them
 * @param name empty if it is not kept
 * @param language {@code ja}, {@code en}, {@code ja-x-easy} …
 * @param home where they are and where they belong
 * @param consent whether they agreed
 * @param quiet when only what is urgent may reach them
 * @param addresses channel → addresses in its own form; a channel that is absent is left
 * as it is when this is kept
 */
public record Resident(String number, String name, String language, Home home, Consent consent, QuietHours quiet,
		Map<String, List<String>> addresses) {

	public Resident {
		addresses = Map.copyOf(addresses);
	}

	/**
	 * Where somebody belongs.
	 *
	 * @param district (地区); empty if unknown
	 * @param groups as {@code config/audience/groups.yaml} calls them
	 */
	public record Home(String district, List<String> groups) {

		public Home {
			groups = List.copyOf(groups);
		}

	}

}
