package jp.kodama.alert;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A CAP 1.2 {@code info}: the alert in one language.
 *
 * @param language RFC 3066: {@code ja-JP}, {@code en-US}; {@code ja-x-easy} is plain
 * Japanese (やさしい日本語)
 * @param classification the kind of event
 * @param text the words
 * @param expires when the words stop being true
 * @param parameters anything else by name; see {@link #LEVEL} and {@link #SOUND}
 * @param areas where
 * @param resources sign-language videos, maps …; none in alerts of before there were any
 */
public record Info(String language, Classification classification, Text text, OffsetDateTime expires,
		Map<String, String> parameters, List<Area> areas, @Nullable List<Resource> resources) {

	/** Parameter: 警戒レベル 1–5 (避難情報に関するガイドライン, 内閣府). */
	public static final String LEVEL = "警戒レベル";

	/** Parameter: which siren or chime opens the radio broadcast; absent: the chime. */
	public static final String SOUND = "sound";

	/** Parameter: the telegram this was made from, e.g. {@code VTSE41}. */
	public static final String TELEGRAM = "telegram";

	/**
	 * Parameter: figures that age, in words that say as of when. Only the first telling
	 * may carry them, and only until {@link #FIGURES_UNTIL}.
	 */
	public static final String FIGURES = "figures";

	/** Parameter: when {@link #FIGURES} are too old to be told, RFC 3339. */
	public static final String FIGURES_UNTIL = "figures-until";

	public Info {
		parameters = Map.copyOf(new LinkedHashMap<>(parameters));
		areas = List.copyOf(areas);
		resources = (resources != null) ? List.copyOf(resources) : List.of();
		if (areas.isEmpty()) {
			throw new InvalidAlert("info[" + language + "].area", "対象地域がありません", "is missing");
		}
		String level = parameters.get(LEVEL);
		if (level != null && !level.matches("[1-5]")) {
			throw new InvalidAlert("info[" + language + "].parameter[" + LEVEL + "]", "1〜5 でなければなりません: " + level,
					"must be 1 to 5: " + level);
		}
	}

	/** An info without resources. */
	public Info(String language, Classification classification, Text text, OffsetDateTime expires,
			Map<String, String> parameters, List<Area> areas) {
		this(language, classification, text, expires, parameters, areas, List.of());
	}

	/** What can be seen or heard beside the words; never null. */
	@Override
	public List<Resource> resources() {
		return Objects.requireNonNull(this.resources);
	}

	/** The 警戒レベル, where the event has one. */
	public OptionalInt level() {
		String level = this.parameters.get(LEVEL);
		return (level != null) ? OptionalInt.of(Integer.parseInt(level)) : OptionalInt.empty();
	}

	/** The value of a parameter. */
	public Optional<String> parameter(String name) {
		return Optional.ofNullable(this.parameters.get(name));
	}

}
