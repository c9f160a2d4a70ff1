package jp.kodama.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tokens of programs. A token is 256 random bits, so a plain SHA-256 of it is enough to
 * keep.
 */
@Component
class ApiTokens {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	ApiTokens(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Makes a token; one of the same name stops working. Returned here and never again.
	 */
	String issue(String name, Set<Scope> scopes) {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		String token = "kodama_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.transactions.executeWithoutResult((tx) -> {
			this.jdbc.sql("DELETE FROM api_token WHERE name = ?").param(name).update();
			this.jdbc.sql("INSERT INTO api_token (hash, name, scopes, created) VALUES (?, ?, ?, ?)")
				.params(hash(token), name, scopes.stream().map(Scope::name).collect(Collectors.joining(",")),
						this.clock.millis())
				.update();
		});
		return token;
	}

	/** Whose token this is and what it allows; empty if it is none of ours. */
	Optional<Authentication> authenticate(String token) {
		return this.jdbc.sql("SELECT name, scopes FROM api_token WHERE hash = ?")
			.param(hash(token))
			.query((row, number) -> authentication(row.getString("name"), row.getString("scopes").split(",")))
			.optional();
	}

	private static Authentication authentication(String name, String[] scopes) {
		String[] authorities = java.util.Arrays.stream(scopes)
			.map((scope) -> Scope.valueOf(scope).authority())
			.toArray(String[]::new);
		return new PreAuthenticatedAuthenticationToken(name, "", AuthorityUtils.createAuthorityList(authorities));
	}

	private static String hash(String token) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
