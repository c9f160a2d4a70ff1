package jp.kodama.audience.signup;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who asked and have not confirmed. */
@Component
class SignupTable {

	private final JdbcClient jdbc;

	SignupTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String tokenHash, Request request, Instant now, Instant expires) {
		this.jdbc.sql("""
				INSERT INTO signup (token, channel, address, language, district, asked, expires)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
			.params(tokenHash, request.channel(), request.address(), request.language(), request.district(),
					now.toEpochMilli(), expires.toEpochMilli())
			.update();
	}

	/** How often somebody asked for this address since then. */
	int asked(Request request, Instant since) {
		return this.jdbc.sql("SELECT COUNT(*) FROM signup WHERE channel = ? AND address = ? AND asked > ?")
			.params(request.channel(), request.address(), since.toEpochMilli())
			.query(Integer.class)
			.single();
	}

	/** How often anybody asked. */
	int asked(Instant since) {
		return this.jdbc.sql("SELECT COUNT(*) FROM signup WHERE asked > ?")
			.param(since.toEpochMilli())
			.query(Integer.class)
			.single();
	}

	Optional<Request> find(String tokenHash, Instant now) {
		return this.jdbc.sql("SELECT * FROM signup WHERE token = ? AND expires > ?")
			.params(tokenHash, now.toEpochMilli())
			.query((row, number) -> new Request(row.getString("channel"), row.getString("address"),
					row.getString("language"), row.getString("district")))
			.optional();
	}

	/** Whether it was there: a link works once. */
	boolean take(String tokenHash) {
		return this.jdbc.sql("DELETE FROM signup WHERE token = ?").param(tokenHash).update() == 1;
	}

	int expire(Instant now) {
		return this.jdbc.sql("DELETE FROM signup WHERE expires <= ?").param(now.toEpochMilli()).update();
	}

	/**
	 * What somebody asked for.
	 *
	 * @param channel the channel's id
	 * @param address in its own form
	 * @param language for alerts
	 * @param district empty for all
	 */
	record Request(String channel, String address, String language, String district) {
	}

}
