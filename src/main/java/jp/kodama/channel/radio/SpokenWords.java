package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Text;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * What of an alert's text is said: no more than can be listened to, and no figure that
 * may be stale by the time it is said again. A person is told what is wrong with a text;
 * what nobody wrote here is shortened instead, because that is no reason to be silent.
 */
@Component
class SpokenWords {

	/** Where a person or a program is there to mend a text. */
	private static final Set<String> MENDED_BY_SENDER = Set.of("console", "api");

	private final ConcurrentLruCache<Path, Aging> aging = new ConcurrentLruCache<>(4, Aging::load);

	/**
	 * The words of one language.
	 * @throws InvalidAlert naming the field that is too long or holds nothing to say
	 */
	Wording of(Composition composition, Info info) {
		Alert alert = composition.alert();
		Text text = info.text();
		check(info, "headline", text.headline());
		check(info, "instruction", text.instruction());
		check(info, "description", text.description());
		String description = text.description();
		if (SaidAgain.number(composition) > 0) {
			description = this.aging.get(composition.channel().folder().resolve("aging.yaml")).dropFrom(description);
		}
		int room = composition.channel().number("characters") - length(text.headline()) - length(text.instruction());
		if (length(description) > room) {
			description = shortened(alert, info, description, room);
		}
		return Wording.of(alert,
				new Info(info.language(), info.classification(),
						new Text(text.headline(), description, text.instruction(), text.senderName()), info.expires(),
						info.parameters(), info.areas(), info.resources()));
	}

	private static void check(Info info, String field, String text) {
		if (!text.isBlank() && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
			throw new InvalidAlert(field(info, field), "読み上げられる文字がありません（絵文字や記号だけです）",
					"holds nothing that can be said: pictures and marks only");
		}
	}

	/** Whole sentences, as many as fit; where a person wrote them, none are dropped. */
	private static String shortened(Alert alert, Info info, String description, int room) {
		boolean mended = MENDED_BY_SENDER.contains(alert.handling().source());
		if (mended || room < 0) {
			Text text = info.text();
			boolean long1 = length(text.instruction()) > length(description);
			int most = room + length(text.headline()) + length(text.instruction());
			throw new InvalidAlert(field(info, long1 ? "instruction" : "description"),
					"放送するには長すぎます（見出しと本文を合わせて" + most + "文字まで）",
					"is too long to be spoken (" + most + " characters with the headline)");
		}
		StringBuilder kept = new StringBuilder();
		for (String sentence : description.split("(?<=[。！？])|(?<=[.!?]) ")) {
			if (length(kept) + length(sentence) > room) {
				break;
			}
			kept.append(sentence);
		}
		return kept.toString();
	}

	private static String field(Info info, String name) {
		return "info[" + info.language() + "]." + name;
	}

	private static int length(CharSequence text) {
		return Character.codePointCount(text, 0, text.length());
	}

}
