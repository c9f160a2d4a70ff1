package jp.kodama.alert;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One message to the public, in the terms of CAP 1.2. Immutable: a change is a new alert
 * that references this one.
 *
 * @param key its name
 * @param status meant, drill or test
 * @param msgType new, replacing or withdrawing
 * @param handling where it came from and how it is treated
 * @param references what it replaces or withdraws; required for Update and Cancel,
 * forbidden for Alert
 * @param infos one per language, Japanese first
 */
public record Alert(Key key, Status status, MsgType msgType, Handling handling, List<Key> references,
		List<Info> infos) {

	public Alert {
		references = List.copyOf(references);
		infos = List.copyOf(infos);
		if (infos.isEmpty()) {
			throw new InvalidAlert("info", "本文がありません", "is missing");
		}
		if (msgType == MsgType.Alert && !references.isEmpty()) {
			throw new InvalidAlert("references", "新規の発報は他を参照できません", "an Alert must not reference others");
		}
		if (msgType != MsgType.Alert && references.isEmpty()) {
			throw new InvalidAlert("references", "更新・取消は元の発報を指さなければなりません",
					"an " + msgType + " must name what it replaces");
		}
		Set<String> languages = new HashSet<>();
		for (Info info : infos) {
			if (!languages.add(info.language())) {
				throw new InvalidAlert("info[" + info.language() + "]", "同じ言語が二度あります", "language given twice");
			}
			if (!info.expires().isAfter(key.sent())) {
				throw new InvalidAlert("info[" + info.language() + "].expires", "有効期限が発信時刻より後ではありません",
						"must be after sent");
			}
		}
	}

	/** Its number. */
	public String identifier() {
		return this.key.identifier();
	}

	/** When it was issued. */
	public OffsetDateTime sent() {
		return this.key.sent();
	}

	/** When the last of its texts stops being true. */
	public OffsetDateTime expires() {
		return this.infos.stream().map(Info::expires).max(OffsetDateTime::compareTo).orElseThrow();
	}

	/** The first info: the language of the office that issued it. */
	public Info main() {
		return this.infos.get(0);
	}

	/**
	 * The info in a language, or none. {@code ja} finds {@code ja-JP}, {@code en} finds
	 * {@code en-US}; {@code ja-x-easy} is found only by its full name.
	 */
	public Optional<Info> info(String language) {
		return this.infos.stream()
			.filter((info) -> info.language().equals(language)
					|| (info.language().startsWith(language + "-") && !info.language().contains("-x-")))
			.findFirst();
	}

	/** The highest 警戒レベル of its texts. */
	public OptionalInt level() {
		return this.infos.stream().flatMapToInt((info) -> info.level().stream()).max();
	}

	/** Whether it overtakes all that is not urgent: level 4 and above, or extreme. */
	public boolean urgent() {
		return level().orElse(0) >= 4 || this.infos.stream()
			.map(Info::classification)
			.anyMatch((kind) -> kind.severity().equals("Extreme") && kind.urgency().equals("Immediate"));
	}

	/** Whether no live wire may ever carry it: drills, tests, replays. */
	public boolean rehearsalOnly() {
		return this.status.drill() || this.handling.codes().contains(Handling.REHEARSAL);
	}

}
