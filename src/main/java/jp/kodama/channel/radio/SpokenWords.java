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
		Text text = sayable(alert, info);
		String description = text.description();
		if (SaidAgain.number(composition) > 0) {
			description = this.aging.get(composition.channel().folder().resolve("aging.yaml")).dropFrom(description);
		}
		int most = composition.channel().number("characters");
		String instruction = fitting(alert, info, "instruction", text.instruction(), most - length(text.headline()));
		description = fitting(alert, info, "description", description,
				most - length(text.headline()) - length(instruction));
		return Wording.of(alert,
				new Info(info.language(), info.classification(),
						new Text(text.headline(), description, instruction, text.senderName()), info.expires(),
						info.parameters(), info.areas(), info.resources()));
	}

	/** Whether somebody is there who can mend a text of an alert. */
	static boolean canBeMended(Alert alert) {
		return MENDED_BY_SENDER.contains(alert.handling().source());
	}

	/** Without texts of pictures and marks only; the event's name for such a headline. */
	private static Text sayable(Alert alert, Info info) {
		Text text = info.text();
		String headline = sayable(alert, info, "headline", text.headline());
		return new Text(headline.isEmpty() ? info.classification().event() : headline,
				sayable(alert, info, "description", text.description()),
				sayable(alert, info, "instruction", text.instruction()), text.senderName());
	}

	private static String sayable(Alert alert, Info info, String field, String text) {
		if (text.isBlank() || text.codePoints().anyMatch(Character::isLetterOrDigit)) {
			return text;
		}
		if (canBeMended(alert)) {
			throw new InvalidAlert(field(info, field), "読み上げられる文字がありません（絵文字や記号だけです）",
					"holds nothing that can be said: pictures and marks only");
		}
		return "";
	}

	/**
	 * Whole sentences, as many as there is room for, or the beginning of a single one;
	 * where a person wrote them, none are dropped.
	 */
	private static String fitting(Alert alert, Info info, String field, String text, int room) {
		if (length(text) <= room) {
			return text;
		}
		if (canBeMended(alert)) {
			throw new InvalidAlert(field(info, field), "放送するには長すぎます（" + length(text) + "文字、入るのは" + room + "文字まで）",
					"is too long to be spoken: " + length(text) + " characters, room for " + room);
		}
		StringBuilder kept = new StringBuilder();
		for (String sentence : text.split("(?<=[。！？])|(?<=[.!?]) ")) {
			if (length(kept) + length(sentence) > room) {
				break;
			}
			kept.append(sentence);
		}
		return (kept.isEmpty() && room > 0) ? text.substring(0, text.offsetByCodePoints(0, room)) : kept.toString();
	}

	private static String field(Info info, String name) {
		return "info[" + info.language() + "]." + name;
	}

	private static int length(CharSequence text) {
		return Character.codePointCount(text, 0, text.length());
	}

}
