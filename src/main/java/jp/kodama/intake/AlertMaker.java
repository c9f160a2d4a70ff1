package jp.kodama.intake;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Text;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;

/** Makes an alert of what a telegram leads to, in the languages of the town. */
final class AlertMaker {

	/** Parameter: when the telegram was issued, RFC 3339. */
	static final String ISSUED = "issued";

	/** Parameter: what the alert says, apart from time. */
	static final String SIGNATURE = "signature";

	/** Parameter: the radio told of this incident. */
	static final String HEARD = "heard";

	/** Parameter: the observatory that issued the telegram. */
	static final String ISSUER = "issuer";

	/** An all-clear is told for this long. */
	private static final int LIFTED_HOURS = 6;

	private static final String ENGLISH = "en-US";

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Policy policy;

	private final String sender;

	private final List<String> languages;

	private final ForeignWords foreign;

	AlertMaker(Policy policy, String sender) {
		this(policy, sender, List.of("ja-JP", ENGLISH));
	}

	AlertMaker(Policy policy, String sender, List<String> languages) {
		this(policy, sender, languages, OfficialTerms.NONE);
	}

	/**
	 * For one town.
	 * @param languages RFC 3066, Japanese first; {@code ja-x-easy} is plain Japanese
	 * @param terms the words of languages that Kodama has no sentences in
	 * @throws IllegalArgumentException naming a language there are no words in
	 */
	AlertMaker(Policy policy, String sender, List<String> languages, OfficialTerms terms) {
		this.policy = policy;
		this.sender = sender;
		this.languages = languages.stream().map(String::strip).toList();
		this.foreign = new ForeignWords(terms);
		for (String language : this.languages) {
			if (!own(language) && !terms.speak(language)) {
				throw new IllegalArgumentException("kodama.languages: この言語の用語がありません / no words in this language: "
						+ language + " (ja-JP, en-US, ja-x-easy, " + String.join(", ", terms.languages()) + ")");
			}
		}
	}

	/**
	 * Makes one.
	 * @param bulletin the telegram
	 * @param decision what it leads to
	 * @param step the part of it that this alert is for, and what it follows
	 * @param handling its incident and whether it is a rehearsal
	 * @param now when it is issued
	 */
	Alert make(Bulletin bulletin, Decision decision, Step step, Handling handling, OffsetDateTime now) {
		OffsetDateTime sent = now.atZoneSameInstant(JAPAN).toOffsetDateTime().withNano(0);
		String jis = this.policy.municipality().jis();
		Key key = new Key(this.sender, jis + "-" + STAMP.format(sent) + "-" + noise(), sent);
		Phrases phrases = new Phrases(this.policy, bulletin, decision, step.also());
		Map<String, String> parameters = new Particulars(this.policy, bulletin, decision.telegram()).of(step);
		Forecast forecast = new Forecast(this.policy, bulletin, decision,
				handling.codes().contains(Handling.REHEARSAL) ? sent : bulletin.issue().reported());
		Function<String, Info> written = (language) -> info(language, phrases, step, sent, parameters, forecast);
		List<Info> infos = this.languages.stream()
			.flatMap((language) -> own(language) ? Stream.of(written.apply(language))
					: this.foreign.info(language, written.apply(ENGLISH), step).stream())
			.toList();
		CapMessage theirs = bulletin.cap();
		if (theirs != null) {
			infos = new OwnWords(theirs, decision, infos.get(0).areas().get(0)).infos(infos, step);
		}
		return new Alert(key, bulletin.issue().status(), step.msgType(), coded(handling, step.way()), step.references(),
				infos);
	}

	/** Whether Kodama has sentences in a language. */
	private static boolean own(String language) {
		return language.matches("(ja|en)(-[A-Z]{2})?|ja-x-easy");
	}

	private Info info(String language, Phrases phrases, Step step, OffsetDateTime sent, Map<String, String> common,
			Forecast forecast) {
		Map<String, String> parameters = new LinkedHashMap<>(common);
		String words = language.equals("ja-x-easy") ? Phrases.EASY : language.substring(0, 2);
		String[] cap = step.part().hazard().cap();
		Text text;
		Classification classification;
		OffsetDateTime expires;
		if (step.msgType() == MsgType.Cancel) {
			String event = step.event(language, phrases.event(step.part(), words));
			text = phrases.lifted(step.part(), event, words);
			classification = new Classification(cap[0], event, "AllClear", "Past", "Minor", "Observed");
			expires = sent.plusHours(LIFTED_HOURS);
		}
		else {
			text = phrases.text(step.part(), step.msgType(), words);
			classification = new Classification(cap[0], phrases.event(step.part(), words), cap[1], cap[2], cap[3],
					cap[4]);
			expires = sent.plus(step.part().hazard().times().lasts());
			parameters.putAll(forecast.parameters(words));
		}
		return new Info(language, classification, text, expires, parameters,
				List.of(Area.municipality(text.senderName(), this.policy.municipality().jis())));
	}

	private static Handling coded(Handling handling, Way way) {
		if (way == Way.AIRED) {
			return handling;
		}
		List<String> codes = new ArrayList<>(handling.codes());
		codes.add(Handling.TEXT_ONLY);
		return new Handling(handling.source(), codes, handling.incident());
	}

	private static String noise() {
		return Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36) + 36 * 36 * 36 * 36, 36).substring(1);
	}

}
