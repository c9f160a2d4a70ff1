package jp.kodama.accounts;

import java.nio.file.Path;
import java.util.EnumSet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * The token the command line uses: {@code operator.token} in the state folder, readable
 * by its owner only. Whoever deletes the file gets a new one at the next start, and the
 * old one stops working.
 */
@Component
class OperatorToken implements ApplicationRunner {

	private final ApiTokens tokens;

	private final Path file;

	private final String node;

	OperatorToken(ApiTokens tokens, @Value("${kodama.home}") Path home, @Value("${kodama.node}") String node) {
		this.tokens = tokens;
		this.file = home.resolve("operator.token");
		this.node = node;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		TokenFile.keep(this.tokens, "operator@" + this.node, EnumSet.of(Scope.read, Scope.compose, Scope.rehearse),
				this.file);
	}

}
