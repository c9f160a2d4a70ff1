package jp.kodama.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import jp.kodama.audience.Municipality;
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

	private final PolicyTables tables;

	private final Rules rules;

	private final TelegramRules telegrams;

	private final CapRules cap;

	private final Caution caution;

	private final Municipality municipality;

	private volatile TownPolicy town = TownPolicy.NONE;

	Policy(PolicyTables tables, Municipality municipality) {
		this.tables = tables;
		this.rules = tables.rules();
		this.caution = new Caution(tables.senders());
		this.cap = tables.cap(municipality);
		this.telegrams = new TelegramRules(tables.scope(), new Doubts(this.rules.other(), municipality), municipality);
		this.municipality = municipality;
	}

	private Policy(Policy policy, TownPolicy town) {
		this.tables = policy.tables;
		this.rules = policy.rules;
		this.telegrams = policy.telegrams;
		this.cap = policy.cap;
		this.caution = policy.caution;
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
		Decision content = (message != null) ? this.cap.decide(bulletin, message, at)
				: this.telegrams.decide(bulletin, now);
		Decision decision = this.caution.shaped(this.caution.timely(content, bulletin, at), bulletin)
			.because(now.authority(bulletin));
		return bulletin.issue().status().drill()
				? decision.because(" 訓練・試験の電文なので、訓練として扱い、実際の放送はしない。 / " + bulletin.issue().status() + ": never live")
				: decision;
	}

}
