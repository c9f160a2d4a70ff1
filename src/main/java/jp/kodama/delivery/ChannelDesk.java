package jp.kodama.delivery;

import java.util.List;
import java.util.Map;

/**
 * What a channel shows officers of itself beside its deliveries, and what they tell it.
 * The page is the channel's own {@code desk.html}.
 */
public interface ChannelDesk {

	/** The channel's id. */
	String channel();

	/** What {@code desk.html} may use. */
	Map<String, Object> state();

	/**
	 * An officer sent a form of that page.
	 * @throws IllegalArgumentException worded for the officer, if it makes no sense
	 */
	void tell(Map<String, String> fields, String officer);

	/** What officers must know of now; it rings until it is over. */
	default List<Trouble> troubles() {
		return List.of();
	}

	/**
	 * Something is wrong that is not about a single delivery.
	 *
	 * @param id names it within the channel as long as it lasts
	 * @param japanese what is wrong, for an officer
	 * @param english the same
	 * @param loud whether somebody should act at once
	 */
	record Trouble(String id, String japanese, String english, boolean loud) {
	}

}
