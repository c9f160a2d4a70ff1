package jp.kodama.delivery;

/**
 * Says that a delivery is due. Only a hint: the outbox row is the truth, so a lost
 * announcement is made again and a doubled one finds nothing to claim.
 *
 * @param delivery its id
 * @param channel the channel's id
 * @param lane which of the channel's queues
 */
public record Announcement(String delivery, String channel, String lane) {

	static final String URGENT = "urgent";

	static final String ROUTINE = "routine";

}
