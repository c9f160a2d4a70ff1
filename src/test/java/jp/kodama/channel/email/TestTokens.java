package jp.kodama.channel.email;

import java.nio.file.Path;

import jp.kodama.audience.signup.UnsubscribeTokens;

/** Unsubscribe tokens of a key that the tests share. */
final class TestTokens {

	static final UnsubscribeTokens TOKENS = new UnsubscribeTokens(Path.of("target/test-unsubscribe.key"));

	private TestTokens() {
	}

}
