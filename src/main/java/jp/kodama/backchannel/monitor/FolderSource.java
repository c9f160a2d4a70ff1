package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Recordings put into a folder, each as fast as it can be heard. What was heard goes to
 * {@code processed/}, what could not to {@code rejected/} with a file that says why. A
 * name that opens with a dot or ends in {@code .tmp} or {@code .part} is still being
 * written.
 */
@Component
class FolderSource implements MonitorSource {

	@Override
	public String kind() {
		return "folder";
	}

	@Override
	public String fault(Monitor monitor) {
		return monitor.address().isBlank() ? "フォルダがありません / needs a folder" : "";
	}

	@Override
	public boolean continuous() {
		return false;
	}

	@Override
	public @Nullable Sounding open(Monitor monitor) throws IOException {
		Path folder = Path.of(monitor.address());
		Files.createDirectories(folder);
		Optional<Path> next;
		try (Stream<Path> files = Files.list(folder)) {
			next = files.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.filter((file) -> !file.getFileName().toString().matches("(?i)[.].*|.*[.](tmp|part)"))
				.min(Comparator.comparing((Path file) -> file.toFile().lastModified()).thenComparing(Path::toString));
		}
		return next.isPresent() ? Recording.open(next.get()) : null;
	}

}
