package jp.kodama.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** What the rehearsal sink wrote, for people to see. Never leads out of its folder. */
@Component
public class RehearsalFolder {

	private final Path folder;

	RehearsalFolder(@Value("${kodama.home}") Path home) {
		this.folder = home.resolve("rehearsal");
	}

	/** The deliveries of a channel, newest first. */
	public List<String> deliveries(String channel, int most) {
		return inside(channel).map((own) -> children(own, most)).orElse(List.of());
	}

	/** The files of a delivery, by name relative to it; empty if it wrote none. */
	public List<String> artifacts(String channel, String delivery) {
		Optional<Path> own = inside(channel, delivery);
		if (own.isEmpty()) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(own.get())) {
			return files.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.filter((file) -> !file.getFileName().toString().startsWith("."))
				.map((file) -> own.get().relativize(file).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One file; empty if there is none, or the names lead elsewhere. */
	public Optional<Path> file(String channel, String delivery, String artifact) {
		return inside(channel, delivery, artifact).filter(Files::isRegularFile);
	}

	/** Deletes what a delivery wrote. */
	public void forget(Delivery delivery) {
		inside(delivery.channel(), delivery.id()).ifPresent((own) -> {
			try {
				FileSystemUtils.deleteRecursively(own);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private Optional<Path> inside(String... names) {
		Path path = this.folder;
		for (String name : names) {
			if (name.isBlank() || name.startsWith("/") || name.indexOf('\0') >= 0) {
				return Optional.empty();
			}
			Path next = path.resolve(name).normalize();
			if (next.equals(path) || !next.startsWith(path)) {
				return Optional.empty();
			}
			path = next;
		}
		try {
			boolean within = Files.exists(path) && path.toRealPath().startsWith(this.folder.toRealPath());
			return within ? Optional.of(path) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static List<String> children(Path folder, int most) {
		try (Stream<Path> children = Files.list(folder)) {
			return children.filter(Files::isDirectory)
				.sorted(Comparator.comparing((Path child) -> child.toFile().lastModified()).reversed())
				.limit(most)
				.map((child) -> child.getFileName().toString())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
