package jp.kodama.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.MsgType;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Hazard;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * Weighs what holds of an incident against the alert of it that is in force: first,
 * higher, lower, the same, over. It is aired when it rises, and rewritten otherwise.
 */
final class Weighing {

	/**
	 * The telegrams of one moment come one after the other: what falls and rises again
	 * within this never fell.
	 */
	static final Duration MOMENT = Duration.ofMinutes(10);

	private final Policy policy;

	private final @Nullable Alert inForce;

	private final Instant reported;

	private final OffsetDateTime now;

	/**
	 * A weighing.
	 * @param inForce the alert of the incident; null if there is none
	 * @param reported when the telegram was issued
	 * @param now when it is
	 */
	Weighing(Policy policy, @Nullable Alert inForce, Instant reported, OffsetDateTime now) {
		this.policy = policy;
		this.inForce = inForce;
		this.reported = reported;
		this.now = now;
	}

	/**
	 * Weighs.
	 * @param outlook what holds, all telegrams together
	 * @param own what of it the telegram at hand says: none airs more than it says itself
	 */
	Situation of(Outlook outlook, Outlook own) {
		Alert current = this.inForce;
		if (current == null) {
			return unannounced(outlook, own);
		}
		if (outlook.parts().isEmpty()) {
			return lifted(current);
		}
		if (Signature.of(outlook.main(), outlook.also()).equals(Signature.of(current))) {
			return repeated(outlook, current);
		}
		int before = height(current);
		if (outlook.height() > before && own.height() < outlook.height()) {
			return nothingNew();
		}
		return Situation
			.of(new Step(outlook.main(), outlook.also(), MsgType.Update, current, way(outlook, current, before)));
	}

	private static Situation unannounced(Outlook outlook, Outlook own) {
		if (outlook.parts().isEmpty()) {
			return new Situation(null, "発報中のものがないため取り消すものはない / nothing of ours is in force", true);
		}
		return own.parts().isEmpty() ? nothingNew() : Situation.of(Step.first(own.main(), own.also()));
	}

	private Way way(Outlook outlook, Alert current, int before) {
		Part main = outlook.main();
		if (outlook.height() < before) {
			// What was let out is true no more; that needs no officer.
			return (main.verdict() == Verdict.AUTO && main.hazard().loweredAloud()) ? Way.AIRED : Way.WRITTEN;
		}
		if (main.verdict() == Verdict.HOLD) {
			return Way.HELD;
		}
		if (outlook.height() > before) {
			return (Fall.of(current)
				.filter((fall) -> fall.justNow(this.reported, MOMENT, outlook.height()))
				.isPresent()) ? Way.WRITTEN : Way.AIRED;
		}
		return another(main, current) ? Way.AIRED : Way.WRITTEN;
	}

	/** As high as before, but of another kind. */
	private boolean another(Part main, Alert current) {
		return Signature.named(main.hazard()) || Signature.of(current)
			.hazards(this.policy)
			.stream()
			.filter((hazard) -> hazard.height() == main.hazard().height())
			.anyMatch((hazard) -> hazard.family().equals(main.hazard().family()) && !hazard.equals(main.hazard()));
	}

	/** What lasts longer than its alert is told on, in writing, before that ends. */
	private Situation repeated(Outlook outlook, Alert current) {
		Hazard hazard = outlook.main().hazard();
		Duration left = Duration.between(this.now, current.expires());
		if (hazard.perEvent() || left.compareTo(hazard.times().lasts().dividedBy(2)) > 0) {
			return Situation.nothing("発報中の内容と同じ（" + current.identifier() + "） / repeats what is in force");
		}
		return Situation.of(new Step(outlook.main(), outlook.also(), MsgType.Update, current, Way.WRITTEN));
	}

	private Situation lifted(Alert current) {
		Optional<Hazard> hazard = Signature.of(current).hazards(this.policy).stream().findFirst();
		Part part = new Part(hazard.orElseGet(() -> this.policy.hazard("other").orElseThrow()), Verdict.AUTO,
				MsgType.Cancel, List.of());
		boolean heard = current.main().parameter(AlertMaker.HEARD).isPresent();
		return new Situation(new Step(part, List.of(), MsgType.Cancel, current, heard ? Way.AIRED : Way.WRITTEN), "",
				true);
	}

	private int height(Alert alert) {
		return Signature.of(alert).hazards(this.policy).stream().mapToInt(Hazard::height).max().orElse(0);
	}

	private static Situation nothingNew() {
		return Situation.nothing("この電文が新たに知らせるものはない / tells nothing new");
	}

}
