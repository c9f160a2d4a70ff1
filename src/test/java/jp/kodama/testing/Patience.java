package jp.kodama.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test waits for comes within milliseconds; a machine that is busy with something
 * else must not make it fail. Found by JUnit itself, for every test.
 */
public final class Patience implements BeforeAllCallback {

	private static final Duration LONG = Duration.ofSeconds(45);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(LONG);
	}

}
