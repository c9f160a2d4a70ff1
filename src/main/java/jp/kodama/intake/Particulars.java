package jp.kodama.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Key;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Hazard;
import jp.kodama.policy.Policy;

/**
 * The parameters of an alert made from a telegram: where it comes from, how it sounds,
 * how high it stands, and what the next telegram must know of it.
 */
final class Particulars {

	private final Policy policy;

	private final Bulletin bulletin;

	private final String telegram;

	Particulars(Policy policy, Bulletin bulletin, String telegram) {
		this.policy = policy;
		this.bulletin = bulletin;
		this.telegram = telegram;
	}

	/** Those of what a telegram makes of an incident. */
	Map<String, String> of(Step step) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(Info.TELEGRAM, this.telegram);
		parameters.put(AlertMaker.ISSUED, Key.capTime(this.bulletin.issue().reported()));
		parameters.put(AlertMaker.ISSUER, this.bulletin.origin().office());
		parameters.put(AlertMaker.SIGNATURE, Signature.of(step.part(), step.also()).text());
		Alert before = step.before();
		if (step.way() == Way.AIRED || (before != null && before.main().parameter(AlertMaker.HEARD).isPresent())) {
			parameters.put(AlertMaker.HEARD, "yes");
		}
		fall(parameters, step);
		if (step.msgType() == MsgType.Cancel) {
			parameters.put(Info.SOUND, step.part().hazard().soundLifted());
			return parameters;
		}
		parameters.put(Info.SOUND, step.part().hazard().sound());
		Stream.concat(Stream.of(step.part()), step.also().stream())
			.flatMap((part) -> part.kinds().stream())
			.map(Rated::level)
			.filter(Objects::nonNull)
			.max(Integer::compare)
			.ifPresent((level) -> parameters.put(Info.LEVEL, level.toString()));
		return parameters;
	}

	/** Remembers from how high it fell, through all that follows at the same moment. */
	private void fall(Map<String, String> parameters, Step step) {
		Alert before = step.before();
		if (before == null || step.msgType() == MsgType.Cancel) {
			return;
		}
		int height = Signature.of(before).hazards(this.policy).stream().mapToInt(Hazard::height).max().orElse(0);
		if (height > step.part().hazard().height()) {
			Fall fall = new Fall(height, this.bulletin.issue().reported().toInstant());
			Fall earlier = Fall.of(before)
				.filter((one) -> one.justNow(fall.at(), Weighing.MOMENT, height))
				.orElse(fall);
			parameters.put(Fall.NAME, earlier.toString());
		}
		else if (height == step.part().hazard().height()) {
			Fall.of(before).ifPresent((one) -> parameters.put(Fall.NAME, one.toString()));
		}
	}

}
