package jp.kodama.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jp.kodama.policy.town.Subject;

/**
 * What a municipality's own policy must not silence without a reason:
 * {@code config/policy/safeguards.yaml}.
 *
 * @param levels 警戒レベル
 * @param hazards ids or families of hazards.yaml
 * @param alarmAfter how long an alert waits for an officer before it alarms
 */
record Safeguards(List<Integer> levels, List<String> hazards, Duration alarmAfter) {

	/**
	 * Reads them.
	 * @throws IllegalStateException naming the file and the field at fault
	 */
	static Safeguards load(Path file) {
		Map<String, Object> yaml = Hazards.yaml(file);
		if (yaml.get("levels") instanceof List<?> levels && yaml.get("hazards") instanceof List<?> hazards
				&& yaml.get("hold") instanceof Map<?, ?> hold && hold.get("alarm-after") instanceof Integer minutes) {
			return new Safeguards(levels.stream().map((level) -> Integer.valueOf(level.toString())).toList(),
					hazards.stream().map(Object::toString).toList(), Duration.ofMinutes(minutes));
		}
		throw new IllegalStateException(file + ": needs levels, hazards and hold.alarm-after (minutes)");
	}

	boolean protect(Subject one) {
		return (one.level() != null && this.levels.contains(one.level())) || this.hazards.contains(one.hazard())
				|| this.hazards.contains(one.family());
	}

}
