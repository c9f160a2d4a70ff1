package jp.kodama.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code spool/<source>/<name>}: letters that wait for the store, each in a file that
 * opens with the length of its fault (a line of digits) and its fault, then its bytes.
 */
@Component
class SpoolFolder {

	private static final String UNFINISHED = ".part";

	private final Path folder;

	private final Clock clock;

	private final Postponed postponed = new Postponed();

	SpoolFolder(@Value("${kodama.home}") Path home, Clock clock) {
		this.folder = home.resolve("spool");
		this.clock = clock;
	}

	/** Keeps one; when this returns it is on disk. */
	void keep(Letter letter) throws IOException {
		Path source = Files.createDirectories(this.folder.resolve(letter.source()));
		String name = Rejected.fileSafe(letter.name());
		Path part = source.resolve(name + UNFINISHED);
		byte[] fault = letter.fault().getBytes(StandardCharsets.UTF_8);
		try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			write(file, (fault.length + "\n").getBytes(StandardCharsets.US_ASCII));
			write(file, fault);
			write(file, letter.bytes());
			file.force(true);
		}
		Files.move(part, source.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		for (Path entry : List.of(source, this.folder)) {
			try (FileChannel directory = FileChannel.open(entry, StandardOpenOption.READ)) {
				directory.force(true);
			}
		}
	}

	/** What waits and may be tried now, the oldest first. */
	List<Path> waiting(int most) throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		Instant now = this.clock.instant();
		this.postponed.forgetGone();
		try (Stream<Path> files = Files.walk(this.folder, 2)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().endsWith(UNFINISHED) && this.postponed.due(file, now))
				.sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
					.thenComparing(Path::getFileName))
				.limit(most)
				.toList();
		}
	}

	/** The store failed on it again. */
	void later(Path file) {
		this.postponed.failed(file, this.clock.instant());
	}

	/** What was kept. */
	Letter letter(Path file) throws IOException {
		byte[] kept = Files.readAllBytes(file);
		int line = 0;
		while (kept[line] != '\n') {
			line++;
		}
		int fault = Integer.parseInt(new String(kept, 0, line, StandardCharsets.US_ASCII));
		int bytes = line + 1 + fault;
		String source = file.getName(file.getNameCount() - 2).toString();
		return new Letter(source, String.valueOf(file.getFileName()),
				java.util.Arrays.copyOfRange(kept, bytes, kept.length),
				new String(kept, line + 1, fault, StandardCharsets.UTF_8));
	}

	private static void write(FileChannel file, byte[] bytes) throws IOException {
		ByteBuffer rest = ByteBuffer.wrap(bytes);
		while (rest.hasRemaining()) {
			file.write(rest);
		}
	}

}
