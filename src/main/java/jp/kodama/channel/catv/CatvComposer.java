package jp.kodama.channel.catv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;

/**
 * All that is in force as text pages, {@code page-01.txt} and on, and {@code index.txt}
 * that lists them in order. First everything in the main language, newest first, then
 * again in the next.
 */
@Component("catv")
class CatvComposer implements Composer {

	private final Templates templates;

	CatvComposer(Templates templates) {
		this.templates = templates;
	}

	@Override
	public List<Artifact> compose(Composition composition) {
		ChannelProfile channel = composition.channel();
		Characters characters = Characters.load(channel.word("charset"), channel.folder().resolve("replacements.csv"));
		Screen screen = new Screen(channel.number("columns"), channel.number("rows"));
		Programme programme = new Programme(characters, channel.number("pages"));
		for (String language : channel.languages()) {
			for (Alert alert : composition.standing()) {
				spoken(alert, language, channel).ifPresent((info) -> {
					Wording words = Wording.of(alert, info);
					String text = this.templates.render(template(channel, language), Map.of("w", words));
					List<String> pages = screen.pages(characters.known(words.headline()), characters.known(text));
					if (!programme.add(alert.identifier(), language, pages)) {
						refuseIfTheAlertItself(composition, alert, language);
					}
				});
			}
		}
		if (composition.standing().isEmpty()) {
			Wording words = Wording.of(composition.alert(), composition.alert().main());
			String none = this.templates.render(template(channel, "none"), Map.of("w", words));
			programme.add("-", channel.languages().get(0), screen.pages(characters.known(words.sender()), none));
		}
		return programme.artifacts(composition.recipients());
	}

	/** An alert that lacks the main language is shown in its own. */
	private static Optional<Info> spoken(Alert alert, String language, ChannelProfile channel) {
		boolean main = language.equals(channel.languages().get(0));
		return alert.info(language).or(() -> main ? Optional.of(alert.main()) : Optional.empty());
	}

	private static Path template(ChannelProfile channel, String name) {
		return channel.folder().resolve("templates").resolve(name + ".txt");
	}

	/** An older alert, or a translation, may miss; what is being put out must not. */
	private static void refuseIfTheAlertItself(Composition composition, Alert alert, String language) {
		if (alert.equals(composition.alert()) && language.equals(composition.channel().languages().get(0))) {
			throw new InvalidAlert("info[" + language + "].description",
					composition.channel().title().get("ja") + "の画面数（" + composition.channel().word("pages")
							+ "）に収まりません",
					"does not fit on " + composition.channel().word("pages") + " pages of "
							+ composition.channel().id());
		}
	}

}
