package jp.kodama.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jp.kodama.console.Shown.Look;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * Decides how an artifact is shown: the same for a preview and for what a rehearsal
 * wrote. What a channel puts out for machines (JSON) it may explain with a
 * {@code view.html} of its own.
 */
@Component
class Viewer {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Templates templates;

	Viewer(Templates templates) {
		this.templates = templates;
	}

	/** One artifact of a channel. */
	Shown show(ChannelSettings channel, Artifact artifact, String url) {
		String name = artifact.name();
		String mediaType = artifact.mediaType();
		byte[] bytes = artifact.content();
		String language = artifact.language();
		Look look = look(channel, name, MediaType.parseMediaType(mediaType));
		return switch (look) {
			case MAIL -> new Shown(name, language, look, url, "", MailView.read(bytes).orElse(null));
			case BUBBLE, SCREEN, FILE -> new Shown(name, language, look, url, text(channel, mediaType, bytes), null);
			case PAGE, SOUND, IMAGE -> new Shown(name, language, look, url, "", null);
		};
	}

	/**
	 * The channel's own explanation of a JSON artifact, as a page; empty if it has none.
	 */
	Optional<String> explained(ChannelSettings channel, String mediaType, byte[] bytes) {
		Path view = channel.folder().resolve("view.html");
		if (!mediaType.startsWith("application/json") || !Files.isRegularFile(view)) {
			return Optional.empty();
		}
		Object json = JSON.readValue(bytes, Object.class);
		return Optional.of(this.templates.render(view, java.util.Map.of("json", json)));
	}

	/** What a file is, by its name. */
	static String mediaType(String name) {
		if (name.endsWith(".atom")) {
			return MediaType.APPLICATION_ATOM_XML_VALUE;
		}
		return MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM).toString();
	}

	private static Look look(ChannelSettings channel, String name, MediaType type) {
		String kind = type.getType() + "/" + type.getSubtype();
		if (kind.equals("message/rfc822")) {
			return Look.MAIL;
		}
		if (kind.equals("text/html") || kind.equals("application/xhtml+xml")) {
			return Look.PAGE;
		}
		if (kind.equals("application/json") && Files.isRegularFile(channel.folder().resolve("view.html"))) {
			return Look.PAGE;
		}
		if (kind.equals("text/plain")) {
			return channel.own().recipients() ? Look.BUBBLE : Look.SCREEN;
		}
		return switch (type.getType()) {
			case "audio" -> Look.SOUND;
			case "image" -> Look.IMAGE;
			default -> Look.FILE;
		};
	}

	/** In the charset it says, else UTF-8, else the one the channel is set to. */
	private static String text(ChannelSettings channel, String mediaType, byte[] bytes) {
		Charset said = MediaType.parseMediaType(mediaType).getCharset();
		if (said != null) {
			return new String(bytes, said);
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return mediaType.startsWith(MediaType.APPLICATION_JSON_VALUE) ? pretty(text) : text;
		}
		catch (CharacterCodingException ex) {
			String other = channel.profile().word("charset", "windows-31j");
			return new String(bytes, Charset.isSupported(other) ? Charset.forName(other) : StandardCharsets.ISO_8859_1);
		}
	}

	private static String pretty(String json) {
		try {
			return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			return json;
		}
	}

}
