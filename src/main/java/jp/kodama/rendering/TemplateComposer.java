package jp.kodama.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.audience.Recipient;

import org.springframework.stereotype.Component;

/**
 * For a channel that has no composer of its own: every file of its {@code templates/},
 * filled in once per language, is one artifact named {@code <language>.<file>}. The limit
 * {@code characters} is the most a text may hold.
 */
@Component
class TemplateComposer implements Composer {

	private final Templates templates;

	TemplateComposer(Templates templates) {
		this.templates = templates;
	}

	@Override
	public List<Artifact> compose(Composition composition) {
		List<Artifact> artifacts = new ArrayList<>();
		composition.byLanguage().forEach((language, recipients) -> {
			for (Path template : files(composition.channel().folder().resolve("templates"))) {
				artifacts.add(artifact(composition, template, language, recipients));
			}
		});
		return artifacts;
	}

	private Artifact artifact(Composition composition, Path template, String language, List<Recipient> to) {
		Info info = composition.alert().info(language).orElse(composition.alert().main());
		String text = this.templates.render(template,
				Map.of("alert", composition.alert(), "w", Wording.of(composition.alert(), info)));
		int most = Integer.parseInt(composition.channel().word("characters", "1000000"));
		if (text.codePointCount(0, text.length()) > most) {
			throw new InvalidAlert("info[" + info.language() + "].description",
					composition.channel().title().get("ja") + "には長すぎます（" + most + "文字まで）",
					"is too long for " + composition.channel().id() + " (" + most + " characters)");
		}
		String name = template.getFileName().toString();
		return new Artifact(language + "." + name, mediaType(name), language, text.getBytes(StandardCharsets.UTF_8),
				to);
	}

	private static String mediaType(String name) {
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "html" -> "text/html;charset=UTF-8";
			case "json" -> "application/json";
			case "xml" -> "application/xml";
			default -> "text/plain;charset=UTF-8";
		};
	}

	private static List<Path> files(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("templates of the channel: " + folder, ex);
		}
	}

}
