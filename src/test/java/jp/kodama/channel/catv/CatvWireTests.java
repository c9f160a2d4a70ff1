package jp.kodama.channel.catv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
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

	private final CamelContext camel = new DefaultCamelContext();

	@BeforeEach
	void start() throws Exception {
		Files.createDirectories(this.folder.resolve("config"));
		Files.createDirectories(this.folder.resolve("channels/catv"));
		Files.copy(Path.of("channels/catv/channel.yaml"), this.folder.resolve("channels/catv/channel.yaml"));
		Files.writeString(this.folder.resolve("config/channels.yaml"),
				"kodama: {channels: {catv: {mode: live, address: \"file:" + this.folder + "/out\"}}}");
		Channels channels = Channels.load(this.folder);
		this.camel.getRegistry().bind("channels", channels);
		this.camel.getRegistry().bind("catvWire", new CatvWire(channels));
		PluginHelper.getRoutesLoader(this.camel)
			.loadRoutes(
					ResourceHelper.resolveMandatoryResource(this.camel, "file:channels/catv/catv-sink.kamelet.yaml"));
		this.camel.start();
	}

	@AfterEach
	void stop() {
		this.camel.stop();
	}

	@Test
	void pagesOfTheLastAlertDoNotStayOnTheScreen() throws IOException {
		send(live("page-01.txt", "page-02.txt", "page-03.txt", "index.txt"));
		Files.writeString(this.folder.resolve("out/logo.png"), "not ours");
		send(live("page-01.txt", "index.txt"));
		assertThat(files()).containsExactly("index.txt", "logo.png", "page-01.txt");
	}

	@Test
	void aRehearsalIsRefused() {
		Parcel.Live live = live("page-01.txt");
		assertThatThrownBy(() -> send(new Parcel.Rehearsal(live.delivery(), live.alert(), live.artifacts())))
			.isInstanceOf(CamelExecutionException.class);
		assertThat(this.folder.resolve("out")).doesNotExist();
	}

	private void send(Parcel parcel) {
		this.camel.createProducerTemplate().sendBody("kamelet:catv-sink", parcel);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("out"))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static Parcel.Live live(String... names) {
		List<Artifact> artifacts = Stream.of(names)
			.map((name) -> new Artifact(name, "text/plain", "ja", name.getBytes(StandardCharsets.UTF_8), List.of()))
			.toList();
		return new Parcel.Live(new Delivery("d", "a", "catv", "0", false, 1), SampleAlerts.tsunami(), artifacts);
	}

}
