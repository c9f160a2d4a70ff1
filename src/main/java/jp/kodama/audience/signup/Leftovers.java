package jp.kodama.audience.signup;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes what nobody confirmed in time. */
@Component("unconfirmed")
class Leftovers {

	private final SignupTable signups;

	private final LetterTable letters;

	private final TransactionOperations transactions;

	private final Clock clock;

	Leftovers(SignupTable signups, LetterTable letters, TransactionOperations transactions, Clock clock) {
		this.signups = signups;
		this.letters = letters;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Addresses of people who never agreed are kept no longer than their link works. */
	public void expire() {
		this.transactions.executeWithoutResult((tx) -> {
			this.signups.expire(this.clock.instant());
			this.letters.expire(this.clock.instant());
		});
	}

}
