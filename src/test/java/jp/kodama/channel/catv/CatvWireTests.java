package jp.kodama.channel.catv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.Wire;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The file drop of the Kamelet itself. */
class CatvWireTests {

	@TempDir
	Path folder;

	@SuppressWarnings("NullAway.Init")
	private Wire wire;

	@BeforeEach
	void start() throws Exception {
		LiveChannel channel = LiveChannel.of("catv", "file:" + this.folder + "/out", "", Map.of());
		this.wire = new Wire(channel).with("catvWire", new CatvWire(channel.channels())).start();
	}

	@AfterEach
	void stop() {
		this.wire.close();
	}

	@Test
	void pagesOfTheLastAlertDoNotStayOnTheScreen() throws IOException {
		this.wire.send(this.wire.parcel("津波", "page-01.txt", "page-02.txt", "page-03.txt", "index.txt"));
		Files.writeString(this.folder.resolve("out/logo.png"), "not ours");
		this.wire.send(this.wire.parcel("解除", "page-01.txt", "index.txt"));
		assertThat(files()).containsExactly("index.txt", "logo.png", "page-01.txt");
		assertThat(this.folder.resolve("out/page-01.txt")).hasContent("解除");
	}

	@Test
	void aRehearsalIsRefused() {
		assertThatThrownBy(() -> this.wire.send(Wire.rehearsed(this.wire.parcel("津波", "page-01.txt"))))
			.isInstanceOf(CamelExecutionException.class);
		assertThat(this.folder.resolve("out")).doesNotExist();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("out"))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
