package jp.kodama.intake;

import java.util.function.Supplier;

import jp.kodama.store.Urgent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Weighing a message against what came before is one's turn at a time, on this node and
 * all others. A turn is a commit and may take several letters; each may fail alone.
 */
@Component
class IntakeTurn {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final TransactionTemplate nested;

	IntakeTurn(JdbcClient jdbc, TransactionOperations transactions, PlatformTransactionManager manager) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.nested = new TransactionTemplate(manager);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** Waits for the turn; it ends with the commit. */
	<T> T take(Supplier<T> work) {
		return Urgent.write(() -> this.transactions.execute((tx) -> {
			this.jdbc.sql("UPDATE intake_turn SET taken = taken + 1").update();
			return work.get();
		}));
	}

	/** One letter of a turn: what throws is undone, the rest of the turn stays. */
	<T> T alone(Supplier<T> work) {
		return this.nested.execute((tx) -> work.get());
	}

}
