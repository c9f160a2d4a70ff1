package jp.kodama.delivery;

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

}
