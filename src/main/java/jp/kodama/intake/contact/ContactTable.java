package jp.kodama.intake.contact;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How each contact stood when it was last dealt with: one that closed while nobody looked
 * is found at the next start.
 */
@Component
class ContactTable {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	ContactTable(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	Optional<Boolean> closed(String source) {
		return this.jdbc.sql("SELECT closed FROM source_contact WHERE source = ?")
			.param(source)
			.query((row, number) -> row.getInt("closed") != 0)
			.optional();
	}

	void keep(String source, boolean closed) {
		this.transactions.executeWithoutResult((tx) -> this.jdbc
			.sql("INSERT INTO source_contact (source, closed) VALUES (?, ?) "
					+ "ON CONFLICT (source) DO UPDATE SET closed = excluded.closed")
			.params(source, closed ? 1 : 0)
			.update());
	}

}
