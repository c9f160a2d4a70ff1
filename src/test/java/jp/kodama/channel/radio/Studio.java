package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import jp.kodama.speech.SpeechSynthesizer;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The radio of a town on its own: the project's channel folder, and voices of choice. */
final class Studio implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Channels channels;

	/** With the voices of this machine, and others before them by their order. */
	Studio(Path folder, String address, SpeechSynthesizer... others) throws IOException {
		this.channels = channels(folder, address);
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("studio", Map.of("kodama.root", Path.of("").toAbsolutePath().toString(),
					"kodama.parts", System.getenv().getOrDefault("KODAMA_PARTS", ".parts"))));
		for (int i = 0; i < others.length; i++) {
			SpeechSynthesizer voice = others[i];
			this.context.registerBean("voice" + i, SpeechSynthesizer.class, () -> voice);
		}
		this.context.registerBean(Municipality.class,
				() -> new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), List.of()));
		this.context.register(RadioComposer.class, ScriptWriter.class, SpokenWords.class, Sidecar.class,
				AirConfiguration.class);
		this.context.scan("jp.kodama.speech", "jp.kodama.rendering");
		this.context.refresh();
	}

	/** Composes as the engine does: a drill is marked first. */
	List<Artifact> compose(Alert alert) {
		return compose(alert, "0");
	}

	private List<Artifact> compose(Alert alert, String batch) {
		return this.context.getBean(Renderer.class)
			.render(new Composition(alert.identifier() + ".radio." + batch, alert, Board.of(List.of(alert)),
					settings().profile(), List.of(Recipient.everybody("radio")), alert.sent().toInstant()));
	}

	/** What is said in a language when it is said again. */
	String script(Alert alert, String batch, String language) {
		return compose(alert, batch).stream()
			.filter((one) -> one.name().equals(language + ".script.txt"))
			.findFirst()
			.orElseThrow()
			.text();
	}

	/** Why it cannot go on the air. */
	String unavailable() {
		return this.context.getBean(Renderer.class).unavailable("radio");
	}

	/** The channels there are: this one. */
	Channels channels() {
		return this.channels;
	}

	ChannelSettings settings() {
		return this.channels.get("radio");
	}

	private static Channels channels(Path folder, String address) throws IOException {
		Files.createDirectories(folder.resolve("config"));
		Files.writeString(folder.resolve("config/channels.yaml"),
				"kodama: {channels: {radio: {mode: live, address: \"" + address + "\"}}}");
		FileSystemUtils.copyRecursively(Path.of("channels/radio"), folder.resolve("channels/radio"));
		return Channels.load(folder);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
