package jp.kodama.backchannel.aircheck;

import java.util.List;

import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Encore;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts out once more what was not heard: on the same channel, or on another. */
@Component
class Unheard implements Encore {

	/** The batch of what is put out once more: there is only one. */
	static final String BATCH = "unheard";

	private final CheckTable table;

	private final TransactionOperations transactions;

	/** Whether there may be something to do; after a start nobody knows. */
	private volatile boolean any = true;

	Unheard(CheckTable table, TransactionOperations transactions) {
		this.table = table;
		this.transactions = transactions;
	}

	TransactionOperations transactions() {
		return this.transactions;
	}

	void follow(Delivery delivery, String channel) {
		this.transactions.executeWithoutResult((tx) -> this.table.follow(delivery, channel));
		this.any = true;
	}

	@Override
	public List<Repeat> due() {
		if (!this.any) {
			return List.of();
		}
		List<Repeat> due = this.table.following()
			.stream()
			.map((one) -> new Repeat(one.getKey(), one.getValue(), BATCH))
			.toList();
		this.any = !due.isEmpty();
		return due;
	}

	@Override
	public void taken(Repeat repeat) {
		this.table.followed(repeat.alert(), repeat.channel());
	}

}
