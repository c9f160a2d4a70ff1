package jp.kodama.console;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jp.kodama.accounts.Accounts;
import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.rendering.Wording;

/** The words pages use for what the engine knows: {@code words.state(…)}. */
final class Words {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日（E）H時mm分", Locale.JAPAN)
		.withZone(ZoneId.of("Asia/Tokyo"));

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("M/d HH:mm:ss", Locale.JAPAN)
		.withZone(ZoneId.of("Asia/Tokyo"));

	private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu/M/d HH:mm:ss", Locale.JAPAN)
		.withZone(ZoneId.of("Asia/Tokyo"));

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN)
		.withZone(ZoneId.of("Asia/Tokyo"));

	private final Accounts accounts;

	Words(Accounts accounts) {
		this.accounts = accounts;
	}

	public String state(State state) {
		return switch (state) {
			case DRAFT -> "下書き";
			case PENDING_APPROVAL -> "承認待ち";
			case RELEASED -> "発信済み";
			case EXPIRED -> "期限切れ";
			case SUPERSEDED -> "更新されました";
			case CANCELLED -> "解除・取消済み";
			case DISCARDED -> "破棄";
		};
	}

	public String english(State state) {
		return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	public String type(MsgType type) {
		return switch (type) {
			case Alert -> "新規";
			case Update -> "更新";
			case Cancel -> "解除・取消";
		};
	}

	public String languageOf(Info info) {
		return language(info.language());
	}

	static String language(String language) {
		return switch (language) {
			case "ja-JP", "ja" -> "日本語";
			case "ja-x-easy" -> "やさしい日本語";
			case "en-US", "en" -> "英語";
			default -> language;
		};
	}

	public String officer(String name) {
		return this.accounts.title(name);
	}

	public String time(OffsetDateTime time) {
		return TIME.format(time);
	}

	public String second(Instant time) {
		return SECOND.format(time);
	}

	/** For what is looked at years later. */
	public String full(Instant time) {
		return FULL.format(time);
	}

	public String day(Instant time) {
		return DAY.format(time);
	}

	public Wording of(Alert alert) {
		return Wording.of(alert, alert.main());
	}

	/** For a style sheet: {@code level-4}, {@code level-none}. */
	public String levelClass(Alert alert) {
		return alert.level().isPresent() ? "level-" + alert.level().getAsInt() : "level-none";
	}

	/** {@code 0.8秒}, {@code 3分05秒}. */
	public String length(Duration length) {
		if (length.toSeconds() < 60) {
			return "%.1f秒".formatted(length.toMillis() / 1000.0);
		}
		return (length.toMinutes() < 60) ? "%d分%02d秒".formatted(length.toMinutes(), length.toSecondsPart())
				: "%d時間%02d分".formatted(length.toHours(), length.toMinutesPart());
	}

}
