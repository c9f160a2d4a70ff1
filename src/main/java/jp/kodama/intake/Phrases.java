package jp.kodama.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Text;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Policy;

/**
 * The words of an alert made from a telegram: the action first, no figures that go stale
 * in repeats (Kamaishi 2011).
 */
final class Phrases {

	private static final Pattern FIGURE = Pattern.compile("[0-9０-９]");

	private static final Pattern LEVEL = Pattern.compile("レベル[0-9０-９]");

	private final Policy policy;

	private final Bulletin bulletin;

	private final Decision decision;

	Phrases(Policy policy, Bulletin bulletin, Decision decision) {
		this.policy = policy;
		this.bulletin = bulletin;
		this.decision = decision;
	}

	/** What happened, what happens, what to do. */
	Text text(Part part, MsgType msgType, String language) {
		String tell = fill(part.hazard().words("tell", language, ""), part, event(part, language), language);
		boolean unlisted = part.hazard().id().equals("other") && language.equals("ja");
		return new Text(headline(part, msgType, language), unlisted ? tell + timeless(this.bulletin.headline()) : tell,
				part.hazard().words("act", language, ""), sender(language));
	}

	/** What is over, what still must be minded. */
	Text lifted(Part part, String event, String language) {
		String doing = doing(MsgType.Cancel);
		return new Text(fill(this.policy.phrase("headline", doing, language), part, event, language),
				fill(this.policy.phrase("tell", doing, language), part, event, language),
				part.hazard().words("lifted", language, ""), sender(language));
	}

	/** One line. */
	String headline(Part part, MsgType msgType, String language) {
		String common = this.policy.phrase("headline", doing(msgType), language);
		String own = (msgType == MsgType.Cancel) ? common : part.hazard().words("headline", language, common);
		return fill(own, part, event(part, language), language);
	}

	/** What it is called. */
	String event(Part part, String language) {
		return part.hazard().words("event", language, kinds(part));
	}

	/**
	 * What an alert says, apart from time: a telegram that would say the same again is a
	 * repetition.
	 */
	static String signature(Part part) {
		boolean kindsMatter = part.hazard().words("headline", "ja", "").contains("{kinds}");
		return part.hazard().id() + (kindsMatter ? ":" + kinds(part) : "");
	}

	/** A telegram's own words without the sentences that hold figures. */
	static String timeless(String words) {
		return List.of(words.strip().split("(?<=。)"))
			.stream()
			.map(String::strip)
			.filter((sentence) -> !FIGURE.matcher(LEVEL.matcher(sentence).replaceAll("")).find())
			.collect(Collectors.joining());
	}

	private String sender(String language) {
		return language.equals("ja") ? this.policy.municipality().name() : this.policy.municipality().english();
	}

	private String fill(String words, Part part, String event, String language) {
		String area = language.equals("ja") ? String.join("・", this.decision.areas()) : "";
		return words.replace("{area}", area.isEmpty() ? sender(language) : area)
			.replace("{event}", event)
			.replace("{kinds}", kinds(part));
	}

	private String doing(MsgType msgType) {
		boolean withdrawn = this.bulletin.issue().msgType() == MsgType.Cancel;
		return (msgType == MsgType.Cancel && withdrawn) ? "Withdrawn" : msgType.name();
	}

	private static String kinds(Part part) {
		String names = part.kinds().stream().map(Rated::name).distinct().collect(Collectors.joining("・"));
		return names.isEmpty() ? part.hazard().words("event", "ja", part.hazard().id()) : names;
	}

}
