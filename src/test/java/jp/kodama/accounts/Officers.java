package jp.kodama.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Officers and programs that a story needs, in the real tables. */
public final class Officers {

	/** What every officer of a story types. */
	public static final String PASSWORD = "kurai-yoru-no-tame";

	private final ApplicationContext kodama;

	private Officers(ApplicationContext kodama) {
		this.kodama = kodama;
	}

	/** Those of a running engine. */
	public static Officers of(ApplicationContext kodama) {
		return new Officers(kodama);
	}

	/** An officer who has already chosen a password. */
	public Officers ready(String name) {
		String hash = this.kodama.getBean(PasswordEncoder.class).encode(PASSWORD);
		this.kodama.getBean(AccountTable.class).changePassword(name, String.valueOf(hash));
		return this;
	}

	/** A program's token, as its {@code Authorization} header. */
	public String token(String name, String... scopes) {
		Set<Scope> granted = Stream.of(scopes).map(Scope::valueOf).collect(Collectors.toSet());
		return "Bearer " + this.kodama.getBean(ApiTokens.class).issue(name, granted);
	}

}
