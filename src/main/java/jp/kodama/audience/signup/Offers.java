package jp.kodama.audience.signup;

import jp.kodama.audience.AddressOffered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whoever asks by the address itself needs no link: following an account, or START, is
 * the consent. Joins the transaction of the channel that heard it.
 */
@Component
class Offers {

	private final Membership members;

	private final TransactionOperations transactions;

	Offers(Membership members, TransactionOperations transactions) {
		this.members = members;
		this.transactions = transactions;
	}

	@EventListener
	void take(AddressOffered offer) {
		this.transactions.executeWithoutResult((tx) -> this.members.join(
				new SignupTable.Request(offer.channel(), offer.address(), offer.language(), ""),
				"本人がこの宛先から / by the address itself", offer.at()));
	}

}
