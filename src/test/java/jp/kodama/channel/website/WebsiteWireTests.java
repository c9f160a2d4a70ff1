package jp.kodama.channel.website;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.Wire;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The Kamelet that writes the site. */
class WebsiteWireTests {

	private static final String OLD = "old".repeat(20_000);

	private static final String NEW = "new".repeat(20_000);

	@TempDir
	Path folder;

	@Test
	void aVisitorMeetsTheOldPageOrTheNewNeverHalfOrNone() throws Exception {
		try (Wire wire = wire().start()) {
			wire.send(wire.parcel(OLD, "index.html"));
			Path index = this.folder.resolve("site/index.html");
			AtomicBoolean open = new AtomicBoolean(true);
			CompletableFuture<Boolean> visitor = CompletableFuture.supplyAsync(() -> {
				boolean whole = true;
				while (open.get()) {
					whole &= Set.of(OLD, NEW).contains(read(index));
				}
				return whole;
			});
			for (int i = 0; i < 50; i++) {
				wire.send(wire.parcel((i % 2 == 0) ? NEW : OLD, "alerts/a.html", "index.html"));
			}
			open.set(false);
			assertThat(visitor.get()).isTrue();
		}
	}

	@Test
	void pagesLieInTheirFoldersAndNothingElseIsLeftBehind() throws Exception {
		try (Wire wire = wire().start()) {
			wire.send(wire.parcel("x", "feed/a.cap.xml", "alerts/a.html", "index.html"));
			try (Stream<Path> files = Files.walk(this.folder.resolve("site"))) {
				assertThat(files.filter(Files::isRegularFile)
					.map((file) -> this.folder.resolve("site").relativize(file).toString()))
					.containsExactlyInAnyOrder("feed/a.cap.xml", "alerts/a.html", "index.html");
			}
		}
	}

	@Test
	void whenAPageCannotBeWrittenTheOldIndexStays() throws Exception {
		try (Wire wire = wire().start()) {
			wire.send(wire.parcel("old", "index.html"));
			Files.writeString(this.folder.resolve("site/alerts"), "in the way");
			assertThatThrownBy(() -> wire.send(wire.parcel("new", "alerts/a.html", "index.html")))
				.isInstanceOf(CamelExecutionException.class);
			assertThat(this.folder.resolve("site/index.html")).hasContent("old");
		}
	}

	@Test
	void aRehearsalIsRefused() throws Exception {
		try (Wire wire = wire().start()) {
			assertThatThrownBy(() -> wire.send(Wire.rehearsed(wire.parcel("x", "index.html"))))
				.isInstanceOf(CamelExecutionException.class);
			assertThat(this.folder.resolve("site")).doesNotExist();
		}
	}

	private Wire wire() {
		return new Wire(LiveChannel.of("website", "file:" + this.folder + "/site", "", Map.of()));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return "none: " + ex;
		}
	}

}
