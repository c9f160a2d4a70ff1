package jp.kodama.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A secret by reference, as {@code config/*.yaml} holds it: {@code env:NAME} or
 * {@code file:path}.
 */
public final class Secret {

	private Secret() {
	}

	/** What a reference points to; empty if that is not there, or it is none. */
	public static Optional<String> read(String reference) {
		if (reference.startsWith("env:")) {
			return Optional.ofNullable(System.getenv(reference.substring(4))).filter((value) -> !value.isBlank());
		}
		if (reference.startsWith("file:")) {
			try {
				return Optional.of(Files.readString(Path.of(reference.substring(5))).strip());
			}
			catch (IOException ex) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

}
