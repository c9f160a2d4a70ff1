package jp.kodama.audience.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

import org.springframework.util.FileSystemUtils;

/** Where files lie while they are looked at: for the engine's own account only. */
final class ImportFolder {

	private final Path folder;

	private ImportFolder(Path folder) {
		this.folder = folder;
	}

	/** What a restart came between is of no use any more. */
	static ImportFolder empty(Path folder) throws IOException {
		FileSystemUtils.deleteRecursively(folder);
		return new ImportFolder(folder);
	}

	/** Keeps a file. */
	Path keep(InputStream content) throws IOException {
		Files.createDirectories(this.folder);
		if (Files.getFileStore(this.folder).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
		}
		Path file = this.folder.resolve(UUID.randomUUID() + ".csv");
		Files.copy(content, file);
		return file;
	}

	/** Nothing is left of it. */
	static void delete(ImportRun run) {
		try {
			Files.deleteIfExists(run.file());
			Files.deleteIfExists(run.bad());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
