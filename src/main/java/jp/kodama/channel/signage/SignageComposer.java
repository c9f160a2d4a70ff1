package jp.kodama.channel.signage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.delivery.Delivery;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;

/**
 * All that is in force as {@code playlist.json}: first everything in the main language,
 * newest first, then again in the next. An alert takes two slides, the action before what
 * happens.
 */
@Component("signage")
class SignageComposer implements Composer {

	@Override
	public List<Artifact> compose(Composition composition) {
		ChannelProfile channel = composition.channel();
		List<Slide> slides = new ArrayList<>();
		for (String language : channel.languages()) {
			for (Alert alert : composition.standing()) {
				boolean main = language.equals(channel.languages().get(0));
				alert.info(language)
					.or(() -> main ? Optional.of(alert.main()) : Optional.empty())
					.ifPresent((info) -> slides.addAll(slides(alert, info, channel)));
			}
		}
		Playlist playlist = Playlist.of(composition.at(), composition.alert().main().text().senderName(), slides);
		byte[] json = (playlist.json() + "\n").getBytes(StandardCharsets.UTF_8);
		return List.of(new Artifact("playlist.json", "application/json", channel.languages().get(0), json,
				composition.recipients()));
	}

	private static List<Slide> slides(Alert alert, Info info, ChannelProfile channel) {
		Wording words = Wording.of(alert, info);
		// Screens are one batch, whichever alert's delivery put this one on again.
		String delivery = Delivery.id(alert.identifier(), channel.id(), "0");
		List<Slide> slides = new ArrayList<>();
		for (String text : List.of(words.action(), words.description())) {
			if (!text.isBlank()) {
				slides.add(new Slide(alert.identifier(), delivery, Key.capTime(info.expires()),
						new Slide.Words(words.lang(), words.level(), words.headline(), text, words.areas(),
								words.issued()),
						new Slide.Look(words.colour(), words.ink()),
						Slide.seconds(words.headline() + text, channel.number("seconds"))));
			}
		}
		return slides;
	}

}
