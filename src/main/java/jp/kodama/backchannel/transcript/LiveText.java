package jp.kodama.backchannel.transcript;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Carries what is being said to the officers' open pages, as it is said. */
@Component
public class LiveText {

	private static final int MOST = 200;

	private final Map<String, LiveLine> lines = new ConcurrentSkipListMap<>();

	private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

	private final ExecutorService sender = Executors.newSingleThreadExecutor((task) -> new Thread(task, "live-text"));

	/** What is said where, by monitor. */
	public Collection<LiveLine> lines() {
		return this.lines.values();
	}

	/** A page's stream: an event {@code line} for each change, all lines at first. */
	public SseEmitter follow() {
		SseEmitter emitter = new SseEmitter(0L);
		emitter.onCompletion(() -> this.open.remove(emitter));
		emitter.onError((gone) -> this.open.remove(emitter));
		if (this.open.size() >= MOST) {
			emitter.complete();
			return emitter;
		}
		this.open.add(emitter);
		this.sender.execute(() -> this.lines.values().forEach((line) -> send(emitter, line)));
		return emitter;
	}

	/** Something was said. */
	void tell(LiveLine line) {
		if (!line.equals(this.lines.put(line.monitor(), line)) && !this.open.isEmpty()) {
			this.sender.execute(() -> this.open.forEach((emitter) -> send(emitter, line)));
		}
	}

	private void send(SseEmitter emitter, LiveLine line) {
		try {
			emitter.send(SseEmitter.event().name("line").data(line));
		}
		catch (IOException | IllegalStateException ex) {
			this.open.remove(emitter);
		}
	}

	/** Streams never end by themselves: a stop would wait for them. */
	@EventListener
	void close(ContextClosedEvent event) {
		this.sender.shutdown();
		this.open.forEach(SseEmitter::complete);
	}

}
