package jp.kodama.channel.signage;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open event streams. A screen costs a socket, not a thread: a few senders serve all,
 * so that one screen that no longer reads delays few others, and none for long.
 */
@Component
class Listeners {

	private static final int SENDERS = 4;

	private final Set<Listener> open = ConcurrentHashMap.newKeySet();

	private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS,
			(task) -> new Thread(task, "signage-sender"));

	private final int most;

	Listeners(@Value("${kodama.signage.connections:5000}") int most) {
		this.most = most;
	}

	/**
	 * Opens a stream that begins with what is on now; empty if there are too many.
	 * @param tag read when the stream can already be told of a change: none falls between
	 */
	Optional<SseEmitter> open(World world, Supplier<String> tag) {
		if (this.open.size() >= this.most) {
			return Optional.empty();
		}
		Listener listener = new Listener(world, new SseEmitter(0L));
		listener.emitter().onCompletion(() -> this.open.remove(listener));
		listener.emitter().onError((gone) -> this.open.remove(listener));
		this.open.add(listener);
		send(listener, "playlist", tag.get());
		return Optional.of(listener.emitter());
	}

	/** Tells all screens of a world that there is something else to show. */
	void tell(World world, String tag) {
		this.open.stream()
			.filter((listener) -> listener.world() == world)
			.forEach((listener) -> this.senders.execute(() -> send(listener, "playlist", tag)));
	}

	/** Lets screens know that the line holds, and finds those that are gone. */
	void heartbeat() {
		this.open.forEach((listener) -> this.senders.execute(() -> send(listener, "heartbeat", "")));
	}

	int count() {
		return this.open.size();
	}

	/** Streams never end by themselves: a stop would wait for them. */
	@EventListener
	void close(ContextClosedEvent event) {
		this.senders.shutdown();
		this.open.forEach((listener) -> listener.emitter().complete());
	}

	private void send(Listener listener, String name, String data) {
		try {
			listener.emitter().send(SseEmitter.event().name(name).data(data));
		}
		catch (IOException | IllegalStateException ex) {
			this.open.remove(listener);
		}
	}

	/** One screen's stream; told apart by identity, as emitters are. */
	private record Listener(World world, SseEmitter emitter) {
	}

}
