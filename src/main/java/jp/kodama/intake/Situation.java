package jp.kodama.intake;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.MsgType;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Hazard;
import jp.kodama.policy.Policy;
import jp.kodama.policy.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * Weighs what holds of an incident against the alert of it that is in force: first,
 * higher, lower, the same, over. It is aired when it rises, and rewritten otherwise.
 *
 * @param step what to do; null for nothing
 * @param reason why nothing is done; empty if something is
 * @param over whether nothing is in force any more
 */
record Situation(@Nullable Step step, String reason, boolean over) {

	/**
	 * Weighs.
	 * @param outlook what holds, all telegrams together
	 * @param own what the telegram at hand says of it: none airs more than it says itself
	 * @param inForce the alert of the incident; null if there is none
	 * @param now when it is
	 */
	static Situation of(Policy policy, Outlook outlook, Outlook own, @Nullable Alert inForce, OffsetDateTime now) {
		if (outlook.parts().isEmpty()) {
			return (inForce != null) ? lifted(policy, inForce)
					: new Situation(null, "発報中のものがないため取り消すものはない / nothing of ours is in force", true);
		}
		if (inForce == null) {
			return own.parts().isEmpty() ? nothing("この電文が新たに知らせるものはない / tells nothing new")
					: new Situation(Step.first(main(own), also(own)), "", false);
		}
		if (Signature.of(main(outlook), also(outlook)).equals(Signature.of(inForce))) {
			return repeated(outlook, inForce, now);
		}
		int before = Signature.of(inForce).hazards(policy).stream().mapToInt(Hazard::height).max().orElse(0);
		if (outlook.height() > before && own.height() < outlook.height()) {
			return nothing("この電文が新たに知らせるものはない / tells nothing new");
		}
		return new Situation(
				new Step(main(outlook), also(outlook), MsgType.Update, inForce, way(policy, outlook, inForce, before)),
				"", false);
	}

	static Situation nothing(String reason) {
		return new Situation(null, reason, false);
	}

	private static Way way(Policy policy, Outlook outlook, Alert inForce, int before) {
		Part main = main(outlook);
		if (outlook.height() < before) {
			// What was let out is true no more; that needs no officer.
			return (main.verdict() == Verdict.AUTO && main.hazard().loweredAloud()) ? Way.AIRED : Way.WRITTEN;
		}
		if (main.verdict() == Verdict.HOLD) {
			return Way.HELD;
		}
		boolean another = Signature.named(main.hazard()) || Signature.of(inForce)
			.hazards(policy)
			.stream()
			.anyMatch((hazard) -> hazard.family().equals(main.hazard().family()) && !hazard.equals(main.hazard()));
		return (outlook.height() > before || another) ? Way.AIRED : Way.WRITTEN;
	}

	/** What lasts longer than its alert is told on, in writing, before that ends. */
	private static Situation repeated(Outlook outlook, Alert inForce, OffsetDateTime now) {
		Hazard hazard = main(outlook).hazard();
		Duration left = Duration.between(now, inForce.expires());
		if (hazard.perEvent() || left.compareTo(hazard.times().lasts().dividedBy(2)) > 0) {
			return nothing("発報中の内容と同じ（" + inForce.identifier() + "） / repeats what is in force");
		}
		return new Situation(new Step(main(outlook), also(outlook), MsgType.Update, inForce, Way.WRITTEN), "", false);
	}

	private static Situation lifted(Policy policy, Alert inForce) {
		Hazard hazard = Signature.of(inForce)
			.hazards(policy)
			.stream()
			.findFirst()
			.orElseGet(() -> policy.hazard("other").orElseThrow());
		boolean heard = inForce.main().parameter(AlertMaker.HEARD).isPresent();
		Part part = new Part(hazard, Verdict.AUTO, MsgType.Cancel, List.of());
		return new Situation(new Step(part, List.of(), MsgType.Cancel, inForce, heard ? Way.AIRED : Way.WRITTEN), "",
				true);
	}

	private static Part main(Outlook outlook) {
		return outlook.parts().get(0);
	}

	private static List<Part> also(Outlook outlook) {
		return outlook.parts().subList(1, outlook.parts().size());
	}

}
