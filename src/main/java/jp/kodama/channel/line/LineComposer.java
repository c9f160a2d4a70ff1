package jp.kodama.channel.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;

/**
 * One multicast per language: a bubble in the level's colour, and an alt text that says
 * what to do on its own.
 */
@Component("line")
class LineComposer implements Composer {

	/** The Messaging API's own limit. */
	private static final int MOST_RECIPIENTS = 500;

	private final Templates templates;

	LineComposer(Templates templates) {
		this.templates = templates;
	}

	@Override
	public List<Artifact> compose(Composition plan) {
		List<Artifact> multicasts = new ArrayList<>();
		plan.byLanguage().forEach((language, recipients) -> {
			if (recipients.size() > MOST_RECIPIENTS) {
				throw new IllegalStateException("channel.yaml: batch must be at most " + MOST_RECIPIENTS);
			}
			multicasts.add(new Artifact(language + ".json", "application/json", language,
					body(plan, language, recipients), recipients));
		});
		return multicasts;
	}

	private byte[] body(Composition plan, String language, List<Recipient> recipients) {
		Info info = plan.alert().info(language).orElse(plan.alert().main());
		Wording words = Wording.of(plan.alert(), info);
		String alt = fill(plan, "alt.txt", Map.of("w", words)).strip();
		within(alt.length(), plan, "alt-characters", info, "instruction");
		String bubble = fill(plan, "flex.json",
				Map.of("w", words, "alt", alt, "language", language, "figures", words.figures(plan.at())));
		within(bubble.getBytes(StandardCharsets.UTF_8).length, plan, "bubble-bytes", info, "description");
		return Multicast.body(bubble, recipients);
	}

	private static void within(int size, Composition plan, String limit, Info info, String field) {
		int most = plan.channel().number(limit);
		if (size > most) {
			throw new InvalidAlert("info[" + info.language() + "]." + field,
					"LINEには長すぎます（" + limit + ": " + size + " > " + most + "）",
					"is too long for LINE (" + limit + ": " + size + " > " + most + ")");
		}
	}

	private String fill(Composition plan, String template, Map<String, ?> model) {
		return this.templates.render(plan.channel().folder().resolve("templates").resolve(template), model);
	}

}
