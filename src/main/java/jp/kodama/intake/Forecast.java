package jp.kodama.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;

/**
 * The figures of a telegram that age, in words that say as of when: for the first telling
 * only. They stand in a parameter, never in the text, so that whoever tells it again need
 * not cut anything out.
 */
final class Forecast {

	/** How long the figures of a telegram may still be told. */
	private static final Duration FRESH = Duration.ofMinutes(10);

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private static final Map<String, DateTimeFormatter> CLOCK = Map.of("en",
			DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));

	private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("H時mm分", Locale.JAPAN);

	private final Policy policy;

	private final OffsetDateTime reported;

	private final OffsetDateTime fresh;

	private final Map<String, String> figures;

	private final String area;

	/**
	 * Of one telegram.
	 * @param from since when it is told: a replay tells an old telegram as if it were new
	 */
	Forecast(Policy policy, Bulletin bulletin, Decision decision, OffsetDateTime from) {
		this.policy = policy;
		this.reported = bulletin.issue().reported();
		this.fresh = from.plus(FRESH);
		Notice ours = bulletin.notices()
			.stream()
			.filter((notice) -> !notice.figures().isEmpty() && decision.areas().contains(notice.place().name()))
			.findFirst()
			.orElse(null);
		this.figures = (ours != null) ? ours.figures() : Map.of();
		this.area = (ours != null) ? ours.place().name() : "";
	}

	/**
	 * The parameters that carry them; none where there are no figures or no words for
	 * them.
	 */
	Map<String, String> parameters(String language) {
		String said = Stream.of(Notice.ARRIVAL, Notice.HEIGHT)
			.filter(this.figures::containsKey)
			.map((name) -> said(name, language))
			.filter((words) -> !words.isEmpty() && !words.contains("{"))
			.collect(Collectors.joining(language.equals("en") ? " " : ""));
		Map<String, String> parameters = new LinkedHashMap<>();
		if (!said.isEmpty()) {
			parameters.put(Info.FIGURES, said);
			parameters.put(Info.FIGURES_UNTIL, Key.capTime(this.fresh));
		}
		return parameters;
	}

	private String said(String name, String language) {
		String words = this.policy.phrase("figures", name, language)
			.replace("{asOf}", clock(this.reported, language))
			.replace("{area}", this.area);
		for (Map.Entry<String, String> figure : this.figures.entrySet()) {
			String value = figure.getKey().equals(Notice.ARRIVAL) ? clock(figure.getValue(), language)
					: figure.getValue();
			words = words.replace("{" + figure.getKey() + "}", value);
		}
		return words;
	}

	private static String clock(String time, String language) {
		try {
			return clock(OffsetDateTime.parse(time), language);
		}
		catch (DateTimeException ex) {
			return "{unreadable}";
		}
	}

	private static String clock(OffsetDateTime time, String language) {
		return CLOCK.getOrDefault(language, JAPANESE).format(time.atZoneSameInstant(JAPAN));
	}

}
