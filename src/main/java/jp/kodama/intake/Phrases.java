package jp.kodama.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Text;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

/**
 * The words of an alert made from a telegram: the action first, no figures that go stale
 * in repeats (Kamaishi 2011).
 */
final class Phrases {

	/** The words of plain Japanese in the tables; what has none is said in Japanese. */
	static final String EASY = "easy";

	private static final Pattern FIGURE = Pattern.compile("[0-9０-９]");

	private static final Pattern LEVEL = Pattern.compile("レベル[0-9０-９]");

	private final Policy policy;

	private final Bulletin bulletin;

	private final Decision decision;

	private final List<Part> also;

	/**
	 * Words for one alert.
	 * @param also what is in force beside what leads
	 */
	Phrases(Policy policy, Bulletin bulletin, Decision decision, List<Part> also) {
		this.policy = policy;
		this.bulletin = bulletin;
		this.decision = decision;
		this.also = List.copyOf(also);
	}

	/** What happened, what happens, what to do. */
	Text text(Part part, MsgType msgType, String language) {
		String tell = fill(words(part, "tell", language), part, event(part, language), language);
		boolean unlisted = part.hazard().id().equals("other") && language.equals("ja");
		String more = unlisted ? timeless(this.bulletin.headline()) : "";
		return new Text(headline(part, msgType, language), tell + more + issuer(language), words(part, "act", language),
				sender(language));
	}

	/** What is over, what still must be minded. */
	Text lifted(Part part, String event, String language) {
		String doing = doing(MsgType.Cancel);
		return new Text(fill(this.policy.phrase("headline", doing, language), part, event, language),
				fill(this.policy.phrase("tell", doing, language), part, event, language),
				words(part, "lifted", language), sender(language));
	}

	/** One line. */
	String headline(Part part, MsgType msgType, String language) {
		String common = this.policy.phrase("headline", doing(msgType), language);
		String own = (msgType == MsgType.Cancel) ? common : part.hazard().words("headline", language, common);
		return fill(own, part, event(part, language), language);
	}

	/** What it is called, with what is in force beside it. */
	String event(Part part, String language) {
		return Stream.concat(Stream.of(part), this.also.stream())
			.map((one) -> one.hazard()
				.words("event", language,
						language.equals(EASY) ? one.hazard().words("event", "ja", kinds(one)) : kinds(one)))
			.distinct()
			.collect(Collectors.joining(language.equals("en") ? ", " : "・"));
	}

	/** A telegram's own words without the sentences that hold figures. */
	static String timeless(String words) {
		return List.of(words.strip().split("(?<=。)"))
			.stream()
			.map(String::strip)
			.filter((sentence) -> !FIGURE.matcher(LEVEL.matcher(sentence).replaceAll("")).find())
			.collect(Collectors.joining());
	}

	private static String words(Part part, String of, String language) {
		return part.hazard().words(of, language, language.equals(EASY) ? part.hazard().words(of, "ja", "") : "");
	}

	/** Who found it: the observatory, where it is one. */
	private String issuer(String language) {
		Bulletin.Origin origin = this.bulletin.origin();
		if (!origin.source().equals("jma") || origin.office().isEmpty()) {
			return "";
		}
		String said = this.policy.phrase("issuer", "Alert", language)
			.replace("{office}", origin.office().replaceFirst("本庁$", ""));
		return language.equals("ja") ? said : " " + said;
	}

	private String sender(String language) {
		return language.equals("en") ? this.policy.municipality().english() : this.policy.municipality().name();
	}

	private String fill(String words, Part part, String event, String language) {
		String area = language.equals("en") ? "" : String.join("・", this.decision.areas());
		return words.replace("{area}", area.isEmpty() ? sender(language) : area)
			.replace("{event}", event)
			.replace("{kinds}", kinds(part));
	}

	private String doing(MsgType msgType) {
		boolean withdrawn = this.bulletin.issue().msgType() == MsgType.Cancel
				|| this.decision.verdict() == Verdict.IGNORE && this.bulletin.issue().msgType() == MsgType.Update;
		return (msgType == MsgType.Cancel && withdrawn) ? "Withdrawn" : msgType.name();
	}

	private static String kinds(Part part) {
		String names = part.kinds().stream().map(Rated::name).distinct().collect(Collectors.joining("・"));
		return names.isEmpty() ? part.hazard().words("event", "ja", part.hazard().id()) : names;
	}

}
