package jp.kodama.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A program's token in a file that only its owner may read. */
final class TokenFile {

	private TokenFile() {
	}

	/**
	 * Sees to it that the file holds a token that works: one that does is left alone,
	 * otherwise a new one is made and the old one of this name stops working. A file from
	 * another store (a restored backup, a moved database) does not count.
	 */
	static void keep(ApiTokens tokens, String name, Set<Scope> scopes, Path file) {
		try {
			if (Files.isReadable(file) && tokens.authenticate(Files.readString(file).strip()).isPresent()) {
				return;
			}
			String token = tokens.issue(name, scopes);
			Files.deleteIfExists(file);
			Files.createFile(file, ownerOnly());
			Files.writeString(file, token + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + ": cannot be written", ex);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
