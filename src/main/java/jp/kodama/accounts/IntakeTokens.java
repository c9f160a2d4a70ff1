package jp.kodama.accounts;

import java.nio.file.Path;
import java.util.EnumSet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tokens of programs that push telegrams: one for each source, good for that source only.
 */
@Component
public class IntakeTokens {

	private final ApiTokens tokens;

	private final String node;

	IntakeTokens(ApiTokens tokens, @Value("${kodama.node}") String node) {
		this.tokens = tokens;
		this.node = node;
	}

	/** Sees to it that a file holds the token of a source, readable by its owner only. */
	public void keep(String source, Path file) {
		TokenFile.keep(this.tokens, "intake:" + source + "@" + this.node, EnumSet.of(Scope.intake), file);
	}

	/** Whether whoever signed in under this name may bring what comes by a source. */
	public boolean mayBring(String name, String source) {
		return name.startsWith("intake:" + source + "@");
	}

}
