package jp.kodama.channel.email;

import java.time.Instant;

/**
 * What a mail in the bounce mailbox says of one of ours.
 *
 * @param kind what sort of mail it is
 * @param messageId ours, in angle brackets; empty if it does not say
 * @param address whom it is about; empty if it does not say
 * @param status of RFC 3463, and the words beside it
 * @param at when it was written
 */
record Notice(Kind kind, String messageId, String address, String status, Instant at) {

	/** Sorts of mail. */
	enum Kind {

		/** A delivery report (RFC 3464): given up. */
		FAILED,
		/** Not yet, and tried again by whoever has it. */
		DELAYED,
		/** Laid into the mailbox. */
		DELIVERED,
		/** Passed on to where no reports come from. */
		RELAYED,
		/** A person called it spam (RFC 5965). */
		COMPLAINT,
		/** Out of office and the like (RFC 3834): says nothing of ours. */
		AUTOMATIC,
		/** A person wrote, or a machine that nobody understands: for an officer. */
		LETTER

	}

}
