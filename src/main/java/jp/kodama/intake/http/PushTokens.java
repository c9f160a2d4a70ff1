package jp.kodama.intake.http;

import java.nio.file.Path;

import jp.kodama.accounts.IntakeTokens;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.intake.source.Sources;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Gives every source that is pushed to its token, in {@code intake-<source>.token} in the
 * state folder, or in the file that {@code secret: file:…} names.
 */
@Component
class PushTokens implements ApplicationRunner {

	private static final String FILE = "file:";

	private final Sources sources;

	private final IntakeTokens tokens;

	private final Path home;

	PushTokens(Sources sources, IntakeTokens tokens, @Value("${kodama.home}") Path home) {
		this.sources = sources;
		this.tokens = tokens;
		this.home = home;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.sources.all()
			.stream()
			.filter((source) -> source.enabled() && IntakeHook.KINDS.contains(source.kind()))
			.forEach((source) -> this.tokens.keep(source.id(), file(source)));
	}

	private Path file(SourceSettings source) {
		String secret = source.entry().secret();
		if (secret.isEmpty()) {
			return this.home.resolve("intake-" + source.id() + ".token");
		}
		if (!secret.startsWith(FILE)) {
			throw source.broken("secret", "needs file:path, where the token is to be kept");
		}
		return Path.of(secret.substring(FILE.length()));
	}

}
