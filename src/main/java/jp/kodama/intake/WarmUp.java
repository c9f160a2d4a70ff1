package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.approval.Previews;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Composes the sample telegram for every channel once after the start, and throws it
 * away: the first real alert finds classes loaded and the standing phrases spoken, and is
 * as quick as the rest.
 */
@Component
class WarmUp {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private final Path sample;

	private final Policy policy;

	private final AlertMaker maker;

	private final Previews previews;

	private final Channels channels;

	private final Clock clock;

	WarmUp(@Value("${kodama.root}") Path root, Policy policy, AlertMaker maker, Previews previews, Channels channels,
			Clock clock) {
		this.sample = root.resolve("config/demo/tsunami-demo.xml");
		this.policy = policy;
		this.maker = maker;
		this.previews = previews;
		this.channels = channels;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		Thread thread = new Thread(this::compose, "warm-up");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

	private void compose() {
		try {
			Alert alert = alert(Bulletins.read(Files.readAllBytes(this.sample)));
			for (ChannelSettings channel : this.channels.all()) {
				if (alert != null) {
					compose(alert, channel);
				}
			}
		}
		catch (IOException | Unreadable ex) {
			log.info("nothing to warm up with: {}", ex.toString());
		}
	}

	/** A channel that cannot is told of on the status page, not here. */
	private void compose(Alert alert, ChannelSettings channel) {
		try {
			this.previews.of(alert, channel);
		}
		catch (RuntimeException ex) {
			log.debug("{}: not warmed up", channel.id(), ex);
		}
	}

	private @Nullable Alert alert(Bulletin bulletin) {
		OffsetDateTime reported = bulletin.issue().reported();
		Decision decision = this.policy.decide(bulletin, reported);
		return decision.parts()
			.stream()
			.findFirst()
			.map((part) -> this.maker.make(bulletin, decision, Step.first(part, java.util.List.of()),
					Handling.from("warm-up").rehearsed(), OffsetDateTime.now(this.clock)))
			.orElse(null);
	}

}
