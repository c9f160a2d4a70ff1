package jp.kodama.intake.feed;

import java.time.Instant;

/**
 * An entry of a feed.
 *
 * @param id atom:id and atom:updated, which together never change
 * @param updated when its telegram was issued
 * @param link where its telegram lies; empty if it came with the entry
 * @param content the telegram, if it came with the entry; otherwise empty
 */
public record Entry(String id, Instant updated, String link, byte[] content) {

	/** Whether its telegram came with it. */
	boolean whole() {
		return this.content.length > 0;
	}

}
