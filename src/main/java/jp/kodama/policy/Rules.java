package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jp.kodama.audience.CodeTable;
import jp.kodama.policy.town.Edition;
import jp.kodama.policy.town.TownPolicy;
import jp.kodama.policy.town.TownRule;

/**
 * The tables under {@code config/policy}, with what one municipality set otherwise for a
 * time of the day.
 */
final class Rules {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final Hazards hazards;

	private final Safeguards safeguards;

	private final TelegramTable telegrams;

	private final List<KindRule> kinds;

	private final TownPolicy town;

	private final LocalTime time;

	private Rules(Path folder) {
		this.hazards = Hazards.load(folder.resolve("hazards.yaml"));
		this.safeguards = Safeguards.load(folder.resolve("safeguards.yaml"));
		this.telegrams = TelegramTable.load(folder);
		this.kinds = CodeTable.read(folder.resolve("kinds.csv"))
			.stream()
			.map((row) -> KindRule.of(row, this.hazards.byId()))
			.flatMap((rule) -> rule.telegrams().stream().map(rule::of))
			.toList();
		this.town = TownPolicy.NONE;
		this.time = LocalTime.MIDNIGHT;
	}

	private Rules(Rules tables, TownPolicy town, LocalTime time) {
		this.hazards = tables.hazards;
		this.safeguards = tables.safeguards;
		this.telegrams = tables.telegrams;
		this.kinds = tables.kinds;
		this.town = town;
		this.time = time;
	}

	/**
	 * Reads the tables.
	 * @param folder {@code config/policy}
	 */
	static Rules load(Path folder) {
		return new Rules(folder);
	}

	/** The tables as a municipality's own policy changes them at a moment. */
	Rules under(TownPolicy policy, OffsetDateTime at) {
		return under(policy, at.atZoneSameInstant(JAPAN).toLocalTime());
	}

	/** The same for a time of the day in Japan. */
	Rules under(TownPolicy policy, LocalTime at) {
		return new Rules(this, policy, at);
	}

	/** The telegram of a title. */
	TelegramRule telegram(String title) {
		return this.telegrams.of(title);
	}

	/** What a code of a telegram leads to. */
	Optional<KindRule> kind(String telegram, String code) {
		return this.kinds.stream().filter((rule) -> rule.matches(telegram, code)).findFirst().map(this::set);
	}

	/**
	 * What a kind of a telegram leads to: a rule for each of its causes where the table
	 * tells them apart, otherwise the rule of its code.
	 */
	List<KindRule> kind(String telegram, Bulletin.Kind kind) {
		List<KindRule> byCause = Arrays.stream(kind.cause().split("、"))
			.filter((cause) -> !cause.isEmpty())
			.flatMap((cause) -> this.kinds.stream()
				.filter((rule) -> rule.code().contains("/") && rule.matches(telegram, kind.code() + "/" + cause)))
			.map(this::set)
			.toList();
		return byCause.isEmpty() ? kind(telegram, kind.code()).stream().toList() : byCause;
	}

	/** How exactly a telegram tells of what others tell of too. */
	Voice voice(String telegram) {
		return this.telegrams.voice(telegram);
	}

	/** All kinds of a telegram. */
	List<KindRule> kinds(String telegram) {
		return this.kinds.stream().filter((rule) -> rule.telegrams().contains(telegram)).map(this::set).toList();
	}

	/** What the tables say of every kind, one telegram each. */
	List<KindRule> table() {
		return this.kinds;
	}

	/**
	 * A kind of the tables, as it is set now. A rule for many tells people only of kinds
	 * that there are words for: 津波なし is never an alert.
	 */
	KindRule set(KindRule rule) {
		if (rule.lifts()) {
			return rule;
		}
		return this.town.rule(rule.subject(), this.time)
			.filter((own) -> rule.hazard().told() || !own.action().alerts())
			.map((own) -> rule.with(own.action().name()))
			.orElse(rule);
	}

	/**
	 * With which verdict a kind is lifted. What was told at any hour is taken back at
	 * every hour, so a rule for the night must not keep an all-clear.
	 */
	Verdict lifting(KindRule now) {
		if (now.verdict().alerts() || !now.hazard().told()) {
			return now.verdict();
		}
		Verdict ever = this.kinds.stream()
			.filter((rule) -> rule.subject().equals(now.subject()))
			.map(KindRule::verdict)
			.reduce(this.town.strongest(now.subject()), Verdict::or);
		return ever.alerts() ? ever : now.verdict();
	}

	/**
	 * By which policy a message is decided, and by which of its rules: the last words of
	 * every reason.
	 */
	String authority(Bulletin bulletin) {
		String telegram = telegram(bulletin.origin().title()).code();
		String own = bulletin.notices()
			.stream()
			.map((notice) -> notice.kind().code())
			.distinct()
			.flatMap((code) -> this.kinds.stream().filter((rule) -> rule.matches(telegram, code)).limit(1))
			.flatMap((rule) -> this.town.rule(rule.subject(), this.time).stream())
			.map(TownRule::title)
			.distinct()
			.collect(Collectors.joining("、"));
		Edition edition = this.town.edition();
		return " 〔方針 " + edition.japanese() + (own.isEmpty() ? "" : "：" + own) + " / policy " + edition.english() + "〕";
	}

	Safeguards safeguards() {
		return this.safeguards;
	}

	Hazards hazards() {
		return this.hazards;
	}

	Hazard other() {
		return this.hazards.byId().getOrDefault("other", this.hazards.byId().values().iterator().next());
	}

	/** What messages in CAP are treated as. */
	Hazard cap() {
		return this.hazards.byId().getOrDefault("cap", other());
	}

}
