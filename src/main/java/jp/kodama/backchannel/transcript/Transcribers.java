package jp.kodama.backchannel.transcript;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.segment.BroadcastListener;
import jp.kodama.speech.Recognizers;
import org.apache.camel.ProducerTemplate;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives each monitor somebody who writes down. */
@Component
public class Transcribers {

	private final BackchannelSettings settings;

	private final Recognizers recognizers;

	private final LiveText live;

	private final ProducerTemplate routes;

	private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();

	Transcribers(BackchannelSettings settings, Recognizers recognizers, LiveText live, ProducerTemplate routes) {
		this.settings = settings;
		this.recognizers = recognizers;
		this.live = live;
		this.routes = routes;
	}

	/** For one monitor. */
	public BroadcastListener of(String monitor) {
		ExecutorService thread = Executors
			.newSingleThreadExecutor((task) -> new Thread(task, "transcriber-" + monitor));
		this.threads.add(thread);
		return new Transcriber(monitor, this.settings.monitor(monitor), this.recognizers, this.live,
				(heard) -> this.routes.sendBody("seda:broadcast-heard?size=50&blockWhenFull=true", heard), thread);
	}

	@EventListener
	void close(ContextClosedEvent event) {
		this.threads.forEach(ExecutorService::shutdownNow);
	}

}
