package jp.kodama.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Text;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Takes a CAP message's own words over into an alert of ours: every language, for the
 * areas that concern this municipality. Kodama's words stand in where the sender has
 * none: Japanese is never missing, nor any language in which people were told before.
 */
final class OwnWords {

	private final CapMessage message;

	private final Decision decision;

	private final Area town;

	OwnWords(CapMessage message, Decision decision, Area town) {
		this.message = message;
		this.decision = decision;
		this.town = town;
	}

	/**
	 * The infos.
	 * @param ours Kodama's own words for the same, in Japanese and English
	 * @param step what the alert does
	 */
	List<Info> infos(List<Info> ours, Step step) {
		Map<String, Info> byLanguage = new LinkedHashMap<>();
		Info japanese = ours.get(0);
		for (Info theirs : concerning()) {
			Info taken = taken(theirs,
					ours.stream().filter((one) -> same(one.language(), theirs.language())).findFirst().orElse(japanese),
					step.msgType());
			byLanguage.merge(taken.language(), taken, OwnWords::joined);
		}
		Alert before = step.before();
		List<Info> told = (before != null) ? before.infos() : List.of();
		Stream.concat(ours.stream(), told.stream().map((info) -> renamed(info, ours))).forEach((info) -> {
			if (byLanguage.keySet().stream().noneMatch((language) -> same(language, info.language()))) {
				byLanguage.put(info.language(), info);
			}
		});
		List<Info> infos = new ArrayList<>(byLanguage.values());
		infos.sort((one, other) -> Boolean.compare(same(other.language(), "ja"), same(one.language(), "ja")));
		return infos;
	}

	/** A Cancel holds as a whole; of the rest, only what names this municipality. */
	private List<Info> concerning() {
		List<Info> concerning = this.message.infos()
			.stream()
			.filter((info) -> info.areas().stream().anyMatch(this::concerns))
			.toList();
		return concerning.isEmpty() ? List.of() : concerning;
	}

	private boolean concerns(Area area) {
		return this.decision.areas().contains(area.areaDesc());
	}

	private Info taken(Info theirs, Info ours, MsgType msgType) {
		Map<String, String> parameters = new LinkedHashMap<>(theirs.parameters());
		parameters.putAll(ours.parameters());
		theirs.level().ifPresent((level) -> parameters.put(Info.LEVEL, Integer.toString(level)));
		if (msgType == MsgType.Cancel) {
			parameters.remove(Info.LEVEL);
		}
		List<String> rings = theirs.areas()
			.stream()
			.filter(this::concerns)
			.flatMap((area) -> area.polygons().stream())
			.distinct()
			.toList();
		return new Info(theirs.language(), theirs.classification(), whole(theirs, ours),
				theirs.expires().isAfter(ours.expires()) && msgType == MsgType.Cancel ? ours.expires()
						: theirs.expires(),
				parameters, List.of(new Area(this.town.areaDesc(), this.town.geocodes(), rings)), theirs.resources());
	}

	/** What a message leaves out, Kodama says in the same language. */
	private static Text whole(Info theirs, Info ours) {
		Text text = theirs.text();
		if (!same(theirs.language(), ours.language())) {
			return text;
		}
		return new Text(text.headline(), text.description().isEmpty() ? ours.text().description() : text.description(),
				text.instruction().isEmpty() ? ours.text().instruction() : text.instruction(), text.senderName());
	}

	/** Two texts of one language, one after the other; the first keeps the headline. */
	private static Info joined(Info first, Info second) {
		Text one = first.text();
		Text two = second.text();
		Text both = new Text(one.headline(), lines(one.description(), two.headline(), two.description()),
				lines(one.instruction(), two.instruction()), one.senderName());
		return new Info(first.language(), first.classification(), both,
				first.expires().isAfter(second.expires()) ? first.expires() : second.expires(), first.parameters(),
				first.areas(),
				Stream.concat(first.resources().stream(), second.resources().stream()).distinct().toList());
	}

	private static String lines(String... texts) {
		return Stream.of(texts).filter((text) -> !text.isBlank()).distinct().collect(Collectors.joining("\n"));
	}

	/** Kodama's words under the language in which people were told before. */
	private static Info renamed(Info told, List<Info> ours) {
		Info words = ours.stream()
			.filter((info) -> same(info.language(), told.language()))
			.findFirst()
			.orElse(ours.get(ours.size() - 1));
		return new Info(told.language(), words.classification(), words.text(), words.expires(), words.parameters(),
				words.areas());
	}

	private static boolean same(@Nullable String one, String other) {
		return one != null && primary(one).equals(primary(other));
	}

	private static String primary(String language) {
		return language.contains("-x-") ? language : language.split("-")[0].toLowerCase(java.util.Locale.ROOT);
	}

}
