package jp.kodama.backchannel.monitor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All monitors: each listens on a thread of its own from readiness to the end. An entry
 * that cannot be meant stops the start, with file and field.
 */
@Component("monitors")
public class Monitors {

	private final Map<String, MonitorLoop> loops = new ConcurrentSkipListMap<>();

	private final List<MonitorState> off = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	Monitors(BackchannelSettings settings, List<MonitorSource> sources, Ears ears, Clock clock) {
		Map<String, MonitorSource> kinds = sources.stream()
			.collect(Collectors.toMap(MonitorSource::kind, Function.identity()));
		new TreeMap<>(settings.monitors()).forEach((id, entry) -> {
			MonitorSource source = checked(id, entry, kinds);
			MonitorState fresh = MonitorState.fresh(id, entry, clock.instant());
			if (entry.enabled()) {
				this.loops.put(id, new MonitorLoop(fresh, source, ears.of(id), clock));
			}
			else {
				this.off.add(fresh);
			}
		});
	}

	private static MonitorSource checked(String id, Monitor entry, Map<String, MonitorSource> kinds) {
		String path = BackchannelSettings.FILE + ": kodama.backchannel.monitors." + id;
		if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
			throw new IllegalStateException(path + ": an id has small letters, digits and hyphens, 40 at most");
		}
		MonitorSource source = kinds.get(entry.kind());
		if (source == null) {
			throw new IllegalStateException(path + ".kind: one of " + kinds.keySet() + ", not '" + entry.kind() + "'");
		}
		String fault = source.fault(entry);
		if (!fault.isEmpty()) {
			throw new IllegalStateException(path + ".address: " + fault + ": '" + entry.address() + "'");
		}
		return source;
	}

	/** How every monitor is doing, by id; those that are off last. */
	public List<MonitorState> all() {
		List<MonitorState> all = new ArrayList<>(this.loops.values().stream().map(MonitorLoop::state).toList());
		all.addAll(this.off);
		return all;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.loops.forEach((id, loop) -> {
			Thread thread = new Thread(loop, "monitor-" + id);
			thread.start();
			this.threads.add(thread);
		});
	}

	/** Breaks off what hangs. */
	void look() {
		this.loops.values().forEach(MonitorLoop::look);
	}

	@EventListener(ContextClosedEvent.class)
	void stop() throws InterruptedException {
		this.loops.values().forEach(MonitorLoop::stop);
		for (Thread thread : this.threads) {
			thread.join(5000);
		}
	}

}
