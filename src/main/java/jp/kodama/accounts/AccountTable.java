package jp.kodama.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts' rows. */
@Component
class AccountTable {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	AccountTable(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Inserts it unless the name is taken; whether it was inserted. */
	boolean insert(Account account) {
		return Boolean.TRUE.equals(this.transactions.execute((tx) -> this.jdbc.sql("""
				INSERT INTO account (name, title, password, roles, must_change, changed)
				VALUES (:name, :title, :password, :roles, :must, :now) ON CONFLICT DO NOTHING""")
			.param("name", account.name())
			.param("title", account.title())
			.param("password", account.password())
			.param("roles", String.join(",", account.roles()))
			.param("must", account.mustChange() ? 1 : 0)
			.param("now", this.clock.millis())
			.update() == 1));
	}

	/** Sets a password its owner chose. */
	void changePassword(String name, String hash) {
		this.transactions.executeWithoutResult((tx) -> this.jdbc
			.sql("UPDATE account SET password = :hash, must_change = 0, changed = :now WHERE name = :name")
			.param("hash", hash)
			.param("now", this.clock.millis())
			.param("name", name)
			.update());
	}

	Optional<Account> find(String name) {
		return this.jdbc.sql("SELECT * FROM account WHERE name = ?")
			.param(name)
			.query(AccountTable::account)
			.optional();
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getString("name"), row.getString("title"), row.getString("password"),
				List.of(row.getString("roles").split(",")), row.getInt("must_change") == 1);
	}

}
