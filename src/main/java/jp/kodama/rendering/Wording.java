package jp.kodama.rendering;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;

/**
 * An alert in the words of one language, as templates use it: {@code w.headline()}. The
 * action comes first in whatever is made of it.
 */
public final class Wording {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final Alert alert;

	private final Info info;

	private final Words words;

	private Wording(Alert alert, Info info) {
		this.alert = alert;
		this.info = info;
		this.words = Words.in(info.language());
	}

	/** The words of one info of an alert. */
	public static Wording of(Alert alert, Info info) {
		return new Wording(alert, info);
	}

	/** What happened, one line. */
	public String headline() {
		return this.info.text().headline();
	}

	/** What to do now. Empty where there is nothing to do. */
	public String action() {
		return this.info.text().instruction();
	}

	/**
	 * What stands first: what to do; where the danger is over, or there is nothing to do,
	 * the headline.
	 */
	public String first() {
		return headlineFirst() ? headline() : action();
	}

	/** What follows {@link #first()}; empty if there is nothing to do. */
	public String second() {
		return headlineFirst() ? action() : headline();
	}

	private boolean headlineFirst() {
		return action().isBlank() || this.alert.msgType() == MsgType.Cancel
				|| this.info.classification().responseType().equals("AllClear");
	}

	/** What happens. */
	public String description() {
		return this.info.text().description();
	}

	/**
	 * Figures that age, with the time they stood at; empty once they are old. For what is
	 * sent once: a page, a screen or a repetition must not ask for them.
	 * @param at when it is told
	 */
	public String figures(Instant at) {
		boolean fresh = this.info.parameter(Info.FIGURES_UNTIL)
			.map((until) -> OffsetDateTime.parse(until).toInstant().isAfter(at))
			.orElse(false);
		return fresh ? this.info.parameter(Info.FIGURES).orElse("") : "";
	}

	/** Who speaks. */
	public String sender() {
		return this.info.text().senderName();
	}

	/** {@code 警戒レベル４}; empty for an alert without a level. */
	public String level() {
		OptionalInt level = this.info.level();
		if (level.isEmpty()) {
			return "";
		}
		String digit = this.words.get("levels").substring(level.getAsInt(), level.getAsInt() + 1);
		return MessageFormat.format(this.words.get("level"), digit);
	}

	/** The level's colour, {@code #aa00aa}. */
	public String colour() {
		return Words.levels().get(grade());
	}

	/** Black or white, whichever reads on {@link #colour()}. */
	public String ink() {
		return Set.of("1", "2", "Moderate").contains(grade()) ? "#000000" : "#ffffff";
	}

	/** The level; without one how severe it is; neither for what is over or can wait. */
	private String grade() {
		if (this.info.level().isPresent()) {
			return Integer.toString(this.info.level().getAsInt());
		}
		String severity = this.info.classification().severity();
		return Set.of("Extreme", "Severe", "Moderate").contains(severity) ? severity : "none";
	}

	/** {@code 1月1日16時22分　穴水町発表}. */
	public String issued() {
		return time("issued", this.alert.sent());
	}

	/** {@code 1月2日4時00分まで}. */
	public String expires() {
		return time("expires", this.info.expires());
	}

	/** The areas' names. */
	public String areas() {
		return this.info.areas().stream().map(Area::areaDesc).collect(Collectors.joining(this.words.get("separator")));
	}

	/** RFC 3066, as HTML's {@code lang} wants it: {@code ja} for plain Japanese too. */
	public String lang() {
		return this.info.language().contains("-x-") ? "ja" : this.info.language();
	}

	private String time(String name, OffsetDateTime time) {
		ZonedDateTime at = time.atZoneSameInstant(JAPAN);
		return MessageFormat.format(this.words.get(name), at.getMonthValue(), at.getDayOfMonth(), at.getHour(),
				"%02d".formatted(at.getMinute()), sender(),
				at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
	}

}
