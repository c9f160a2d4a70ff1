package jp.kodama.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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
		try {
			if (current()) {
				return;
			}
			String token = this.tokens.issue("operator@" + this.node,
					EnumSet.of(Scope.read, Scope.compose, Scope.rehearse));
			Files.deleteIfExists(this.file);
			Files.createFile(this.file, ownerOnly());
			Files.writeString(this.file, token + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(this.file + ": cannot be written", ex);
		}
	}

	/** A file from another store (a restored backup, a moved database) does not count. */
	private boolean current() throws IOException {
		return Files.isReadable(this.file) && this.tokens.authenticate(Files.readString(this.file).strip()).isPresent();
	}

	private static FileAttribute<?>[] ownerOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
