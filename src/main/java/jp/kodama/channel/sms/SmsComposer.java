package jp.kodama.channel.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;

/**
 * One text per language. What {@code must.txt} makes (who, what to do, what happened) is
 * never shortened; of what {@code more.txt} makes, as many whole sentences are kept as
 * fit.
 */
@Component("sms")
class SmsComposer implements Composer {

	private final Templates templates;

	SmsComposer(Templates templates) {
		this.templates = templates;
	}

	@Override
	public List<Artifact> compose(Composition plan) {
		List<Artifact> texts = new ArrayList<>();
		plan.byLanguage().forEach((language, recipients) -> {
			Info info = plan.alert().info(language).orElse(plan.alert().main());
			texts.add(new Artifact(language + ".txt", "text/plain;charset=UTF-8", language,
					text(plan, info, language).getBytes(StandardCharsets.UTF_8), recipients));
		});
		return texts;
	}

	private String text(Composition plan, Info info, String language) {
		int most = plan.channel().number("max-segments");
		String text = fill(plan, "must.txt", info, language);
		if (Segments.of(text) > most) {
			throw new InvalidAlert("info[" + info.language() + "].instruction",
					"行動と見出しだけでSMS " + most + "通分を超えます。短くしてください",
					"and headline alone take more than " + most + " SMS segments");
		}
		for (String sentence : Sentences.of("\n" + fill(plan, "more.txt", info, language))) {
			if (Segments.of((text + sentence).stripTrailing()) > most) {
				break;
			}
			text += sentence;
		}
		return text.stripTrailing();
	}

	private String fill(Composition plan, String template, Info info, String language) {
		Wording words = Wording.of(plan.alert(), info);
		return this.templates
			.render(plan.channel().folder().resolve("templates").resolve(template),
					Map.of("alert", plan.alert(), "w", words, "language", language, "figures",
							words.figures(plan.at())))
			.strip();
	}

}
