package jp.kodama.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.AreaMatch.Result;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.town.TownPolicy;
import jp.kodama.policy.town.WrittenPolicy;

/**
 * Decides what a received message leads to for one municipality. Needs nothing but the
 * message, the files under {@code config} and the municipality's own policy, so every
 * decision can be explained offline.
 */
public final class Policy {

	/** Who it is in journals, where no officer decided. */
	public static final String ACTOR = "policy";

	/** An all-clear is worth telling for a day; an alarm is not. */
	private static final Duration LIFT_MAX_AGE = Duration.ofHours(24);

	/** Clocks differ; more than this and a clock is wrong, or the telegram is. */
	private static final Duration EARLY = Duration.ofMinutes(10);

	private final PolicyTables tables;

	private final Rules rules;

	private final Doubts doubts;

	private final CapRules cap;

	private final Municipality municipality;

	private volatile TownPolicy town = TownPolicy.NONE;

	Policy(PolicyTables tables, Municipality municipality) {
		this.tables = tables;
		this.rules = tables.rules();
		this.cap = tables.cap(municipality);
		this.doubts = new Doubts(this.rules.other(), municipality);
		this.municipality = municipality;
	}

	private Policy(Policy policy, TownPolicy town) {
		this.tables = policy.tables;
		this.rules = policy.rules;
		this.doubts = policy.doubts;
		this.cap = policy.cap;
		this.municipality = policy.municipality;
		this.town = town;
	}

	/**
	 * Reads the tables, and {@code config/policy/<jis>.yaml} if the municipality has one.
	 * @param config the folder {@code config}
	 * @param municipality for whom
	 * @throws IllegalStateException naming the file and line at fault
	 */
	public static Policy load(Path config, Municipality municipality) {
		return PolicyTables.load(config).of(municipality);
	}

	/**
	 * The same as two people activated it, if they did: {@code policy/<jis>.yaml} of the
	 * state folder takes the place of the one under {@code config}.
	 * @param home the state folder
	 */
	public static Policy load(Path config, Path home, Municipality municipality) {
		Policy policy = load(config, municipality);
		Path activated = home.resolve("policy").resolve(municipality.jis() + ".yaml");
		return Files.exists(activated) ? policy.under(policy.read(activated)) : policy;
	}

	/**
	 * Reads a municipality's own policy and holds it against the tables.
	 * @throws jp.kodama.policy.town.InvalidPolicy naming file, line and field
	 */
	public TownPolicy read(Path file) {
		return checked(this.tables.reader().read(file));
	}

	/** The same for a text that has a name. */
	public TownPolicy read(String name, String text) {
		return checked(this.tables.reader().read(name, text));
	}

	private TownPolicy checked(WrittenPolicy written) {
		return new PolicyCheck(this.rules, written).passed(this.municipality.jis());
	}

	/** The same tables for another municipality, under its own file if it has one. */
	public Policy of(Municipality other) {
		return this.tables.of(other);
	}

	/** The same tables under another policy of the municipality. */
	public Policy under(TownPolicy other) {
		return new Policy(this, other);
	}

	/** From now on decides by another policy of the municipality. */
	public void follow(TownPolicy other) {
		this.town = other;
	}

	/** By which policy of the municipality it decides now. */
	public TownPolicy town() {
		return this.town;
	}

	/** How long an alert waits for an officer before it alarms, each time anew. */
	public Duration alarmAfter() {
		return this.town.alarmAfter().orElse(this.rules.safeguards().alarmAfter());
	}

	/** The tables, as they stand by themselves. */
	Rules rules() {
		return this.rules;
	}

	/** For whom it decides. */
	public Municipality municipality() {
		return this.municipality;
	}

	/** How a sound is described to officers; empty for none. */
	public String sound(String id) {
		return this.rules.hazards().sound(id);
	}

	/**
	 * What is said where a hazard has no words of its own.
	 * @param part {@code headline} or {@code tell}
	 * @param doing {@code Alert, Update, Cancel, Withdrawn}
	 * @param language {@code ja} or {@code en}
	 */
	public String phrase(String part, String doing, String language) {
		return this.rules.hazards().phrase(part, doing, language);
	}

	/** A hazard of hazards.yaml, by its id there. */
	public Optional<Hazard> hazard(String id) {
		return Optional.ofNullable(this.rules.hazards().byId().get(id));
	}

	/** How exactly a kind of telegram tells of what others tell of in parallel. */
	public Voice voice(String telegram) {
		return this.rules.voice(telegram);
	}

	/**
	 * Decides.
	 * @param bulletin the message
	 * @param at when it was received
	 */
	public Decision decide(Bulletin bulletin, OffsetDateTime at) {
		TownPolicy own = this.town;
		Rules now = this.rules.under(own, at);
		CapMessage message = bulletin.cap();
		Decision content = (message != null) ? this.cap.decide(bulletin, message, at) : content(bulletin, now);
		Decision decision = shaped(timely(content, bulletin, at), bulletin).because(now.authority(bulletin));
		return bulletin.issue().status().drill()
				? decision.because(" 訓練・試験の電文なので、訓練として扱い、実際の放送はしない。 / " + bulletin.issue().status() + ": never live")
				: decision;
	}

	private Decision content(Bulletin bulletin, Rules now) {
		TelegramRule telegram = now.telegram(bulletin.origin().title());
		AreaMatch match = this.tables.scope().match(bulletin, telegram, this.municipality);
		Assessment assessment = new Assessment(now, telegram, bulletin.issue().msgType() == MsgType.Update);
		List<String> areas = match.notices().stream().map((notice) -> notice.place().name()).distinct().toList();
		Decision nothing = new Decision(Verdict.RECORD, telegram.code(), "", List.of(), List.of(), List.of());
		if (!telegram.known()) {
			return this.doubts.unknownTitle(bulletin, match);
		}
		if (bulletin.issue().msgType() == MsgType.Cancel && match.result() != Result.ELSEWHERE) {
			return withdrawn(assessment, nothing);
		}
		return switch (match.result()) {
			case NOWHERE -> this.doubts.nowhere(telegram, bulletin, assessment.parts(match.notices()), nothing);
			case ELSEWHERE -> elsewhere(bulletin, assessment, nothing);
			case UNKNOWN -> this.doubts.unknownArea(telegram, assessment.parts(match.notices()), match);
			case OURS -> weighed(telegram,
					new Decision(Verdict.RECORD, telegram.code(), "", assessment.kinds(match.notices()), areas,
							assessment.parts(match.notices())),
					match.rank())
				.silentOf(assessment.quiet(match.notices()));
		};
	}

	/**
	 * A correction that does not name us any more takes back what named us by mistake.
	 */
	private Decision elsewhere(Bulletin bulletin, Assessment assessment, Decision nothing) {
		Decision ignored = nothing.downTo(Verdict.IGNORE,
				this.municipality.name() + "は対象地域に含まれない。 / " + nothing.telegram() + " does not name this municipality");
		return (bulletin.issue().msgType() == MsgType.Alert) ? ignored : ignored.silentOf(assessment.quiet(List.of()));
	}

	private Decision weighed(TelegramRule telegram, Decision open, int rank) {
		if (open.parts().isEmpty()) {
			return open.downTo(Verdict.IGNORE, this.municipality.name() + "への発表はない。 / nothing in force here");
		}
		Part first = open.parts().get(0);
		String what = Reasons.of(open, first);
		List<Part> alerting = open.parts().stream().filter((part) -> part.verdict().alerts()).toList();
		Decision decision = new Decision(first.verdict(), open.telegram(), what, open.kinds(), open.areas(), alerting);
		if (first.verdict() == Verdict.AUTO && first.msgType() != MsgType.Cancel && rank > telegram.autoRank()) {
			return decision.held("町を特定しない電文。", "area named too coarsely for AUTO");
		}
		if (telegram.scope() == TelegramRule.Scope.NANKAI && !this.rules.hazards().nankai(this.municipality.jis())) {
			return decision.held("南海トラフ地震防災対策推進地域の外。", "outside the Nankai area");
		}
		return decision;
	}

	/** A withdrawal needs no officer: it airs nothing unless something was aired. */
	private static Decision withdrawn(Assessment assessment, Decision nothing) {
		List<Part> parts = assessment.withdrawn();
		Verdict verdict = parts.stream().map(Part::verdict).reduce(Verdict.RECORD, Verdict::or);
		return new Decision(verdict, nothing.telegram(),
				"取消報。この事象で発報中のものがあれば取り消す。なければ記録のみ。 / withdraws what is in force of this event, if anything",
				nothing.kinds(), nothing.areas(), verdict.alerts() ? parts : List.of());
	}

	/** What the schema refuses may be garbled: nothing of it goes out by itself. */
	private Decision shaped(Decision decision, Bulletin bulletin) {
		if (bulletin.flaw().isEmpty() || decision.verdict() != Verdict.AUTO) {
			return decision;
		}
		return (this.tables.senders().misshapen() == Verdict.AUTO)
				? decision.because(" 【要確認】様式に合わない電文: " + bulletin.flaw())
				: decision.held("【要確認】様式（XMLスキーマ）に合わない電文。", "ALARM: " + bulletin.flaw() + ": ");
	}

	private Decision timely(Decision decision, Bulletin bulletin, OffsetDateTime at) {
		Duration age = Duration.between(bulletin.issue().reported(), at);
		if (decision.parts().isEmpty()) {
			return (age.compareTo(LIFT_MAX_AGE) > 0) ? decision.silentOf(List.of()) : decision;
		}
		Part first = decision.parts().get(0);
		Duration most = (first.msgType() == MsgType.Cancel) ? LIFT_MAX_AGE : first.hazard().times().maxAge();
		if (age.compareTo(most) > 0) {
			return decision.downTo(Verdict.RECORD, "古い電文: 発表から" + Reasons.span(age) + "（上限" + Reasons.span(most)
					+ "）。放送せず記録のみ。 / stale: older than policy allows; " + decision.reason());
		}
		if (age.negated().compareTo(EARLY) > 0) {
			return decision.held("【要確認】電文の時刻が未来（" + bulletin.issue().reported() + "）。", "reported in the future");
		}
		return decision;
	}

}
