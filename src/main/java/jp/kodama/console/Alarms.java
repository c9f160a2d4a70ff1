package jp.kodama.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.intake.source.Light;
import jp.kodama.intake.source.SourceHeardAgain;
import jp.kodama.intake.source.SourceSilent;
import jp.kodama.intake.source.SourceState;
import jp.kodama.policy.hold.Held;
import jp.kodama.policy.hold.HeldAlerts;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All that rings now: what policy held back for an officer, sources that fell silent or
 * do not work, a self-test that did not arrive, what channels say is wrong. What goes on
 * ringing keeps its beginning; what was held rings anew each time its clock runs out.
 */
@Component
class Alarms {

	private final HeldAlerts held;

	private final Watches watches;

	private final ChannelTroubles channels;

	private final AlarmSeen seen;

	private final Clock clock;

	private final Map<String, Instant> silent = new ConcurrentHashMap<>();

	/** When each trouble without a time of its own was first met. */
	private final Map<String, Instant> met = new ConcurrentHashMap<>();

	Alarms(HeldAlerts held, Watches watches, ChannelTroubles channels, AlarmSeen seen, Clock clock) {
		this.held = held;
		this.watches = watches;
		this.channels = channels;
		this.seen = seen;
		this.clock = clock;
	}

	@EventListener
	void silent(SourceSilent event) {
		this.silent.put(event.source(), this.clock.instant());
	}

	@EventListener
	void heardAgain(SourceHeardAgain event) {
		this.silent.remove(event.source());
	}

	/** Those nobody has seen first, the loud before the others, the oldest first. */
	List<Alarm> now() {
		List<Alarm> all = new ArrayList<>();
		this.held.waiting().forEach((one) -> all.add(waiting(one)));
		this.watches.sources().all().forEach((source) -> trouble(source).ifPresent(all::add));
		probe().ifPresent(all::add);
		this.channels.now(this::first).forEach(all::add);
		this.met.keySet().retainAll(all.stream().map(Alarm::id).collect(Collectors.toSet()));
		Map<String, Alarm.Seen> by = this.seen.all();
		return all.stream()
			.map((one) -> one.seen(Optional.ofNullable(by.get(one.id()))))
			.sorted(Comparator.comparing((Alarm one) -> one.seen().isPresent())
				.thenComparing((one) -> !one.loud())
				.thenComparing(Alarm::since))
			.toList();
	}

	/**
	 * An officer has seen one of them.
	 * @return whether it still rings
	 */
	boolean seen(String officer, String id) {
		Optional<Alarm> ringing = now().stream().filter((one) -> one.id().equals(id)).findFirst();
		ringing.ifPresent((one) -> this.seen.by(officer, one));
		return ringing.isPresent();
	}

	private Alarm waiting(Held one) {
		Alert alert = one.entry().alert();
		String identifier = alert.identifier();
		String drill = alert.status().drill() ? "【訓練】" : alert.rehearsalOnly() ? "【リハーサル】" : "";
		String headline = drill + alert.main().text().headline();
		long minutes = one.waited().toMinutes();
		String late = one.alarming() ? "。いますぐ判断してください" : "";
		return Alarm.ringing("held/" + identifier,
				one.entry().since().plus(this.held.alarmAfter().multipliedBy(one.alarms())),
				new Alarm.Words("職員の判断待ち " + minutes + "分：" + headline + late,
						(drill.isEmpty() ? "" : "DRILL or rehearsal: ") + "held for an officer for " + minutes + " min"
								+ (one.alarming() ? " — OVERDUE, decide now" : "")),
				"/alerts/" + identifier + "/approval", one.alarming());
	}

	private Optional<Alarm> trouble(SourceState source) {
		String id = source.settings().id();
		Instant since = this.silent.get(id);
		if (since != null && source.light() == Light.SILENT) {
			return Optional.of(Alarm.ringing("source/" + id, since,
					new Alarm.Words("受信源「" + id + "」が途絶えています", "source " + id + " has fallen silent"), "/status",
					true));
		}
		if (source.light() != Light.ERROR) {
			return Optional.empty();
		}
		if (!source.trouble().isEmpty()) {
			return Optional.of(Alarm.ringing("source/" + id + "/trouble", first("source/" + id + "/trouble"),
					new Alarm.Words("受信源「" + id + "」が動いていません：" + source.trouble(), "source " + id + " does not work"),
					"/status", true));
		}
		return source.lastRefusal()
			.map((refusal) -> Alarm.ringing("source/" + id + "/refused", refusal.at(),
					new Alarm.Words("受信源「" + id + "」の電文を受け付けませんでした：" + refusal.reason(),
							"a telegram of source " + id + " was refused"),
					"/status", false));
	}

	private Optional<Alarm> probe() {
		return this.watches.probe()
			.last()
			.filter((walk) -> !walk.fault().isEmpty())
			.map((walk) -> Alarm.ringing("probe", first("probe"),
					new Alarm.Words("自動点検に異常：" + walk.fault().split(" / ", 2)[0], "the self-test failed"), "/status",
					true));
	}

	private Instant first(String id) {
		return this.met.computeIfAbsent(id, (key) -> this.clock.instant());
	}

}
