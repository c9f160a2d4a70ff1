package jp.kodama.audience;

import java.time.Instant;
import java.util.List;

/**
 * A resident is to be forgotten. Published inside the transaction that erases them;
 * whoever keeps an address of theirs takes it out in the same commit.
 *
 * @param number the municipality's own number for them
 * @param recipients their numbers in deliveries and receipts
 * @param by an officer's account, or {@code kodama} for what is kept no longer
 * @param why in words
 * @param at when
 */
public record ResidentErased(String number, List<Long> recipients, String by, String why, Instant at) {

	public ResidentErased {
		recipients = List.copyOf(recipients);
	}

}
