package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import jp.kodama.channel.radio.Air;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The wire of the disaster radio: all units at once, each on its own thread, so that a
 * busy one holds up nobody.
 */
@Component("radioWire")
public class RadioWire implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(RadioWire.class);

	/** Far longer than any broadcast, which {@code limits.characters} bounds. */
	private static final Duration LONGEST = Duration.ofMinutes(20);

	private static final String CHANNEL = "radio";

	private final Channels channels;

	private final Units units;

	private final Ledger ledger = new Ledger();

	private final Air air;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "radio-unit");
		thread.setDaemon(true);
		thread.setPriority(Thread.MAX_PRIORITY);
		return thread;
	});

	/** Of a station that holds nothing back. */
	public RadioWire(Channels channels, CamelContext camel, MeterRegistry meters) {
		this(channels, camel, meters, Air.open());
	}

	/** With what its units need, and the air they share. */
	@Autowired
	public RadioWire(Channels channels, CamelContext camel, MeterRegistry meters, Air air) {
		this.channels = channels;
		this.air = air;
		this.units = new Units(camel, meters);
	}

	/**
	 * Brings a broadcast to every unit that does not have it yet; comes back when all are
	 * through. Without its settings nothing is lost: it says what is missing, and is
	 * tried again.
	 */
	public Outcome send(Parcel.Live parcel) throws InterruptedException {
		Outcome held = this.air.held(parcel);
		if (held != null) {
			return held;
		}
		String delivery = parcel.delivery().id();
		Map<String, Aired> known = this.ledger.of(delivery);
		Map<String, Aired> results = new LinkedHashMap<>();
		try {
			Map<String, Future<Aired>> running = new LinkedHashMap<>();
			int number = 0;
			for (Unit unit : this.units.of(settings(), this.air.zones().of(parcel.alert()))) {
				String name = ++number + ". " + unit.name();
				if (!known.containsKey(name)) {
					running.put(name, this.threads.submit(() -> air(unit, parcel)));
				}
				results.put(name, known.getOrDefault(name, Aired.NotNow.because("")));
			}
			for (Map.Entry<String, Future<Aired>> one : running.entrySet()) {
				Aired aired = result(one.getValue());
				results.put(one.getKey(), aired);
				this.ledger.settle(delivery, one.getKey(), aired);
			}
			Outcome outcome = new Verdict(results)
				.outcome(parcel.artifacts().stream().map(Artifact::to).flatMap(List::stream).distinct().toList());
			if (!(outcome instanceof Outcome.RetryLater)) {
				this.ledger.forget(delivery);
			}
			return outcome;
		}
		catch (IOException | IllegalArgumentException | IllegalStateException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/** Whatever hangs, the delivery does not. */
	private static Aired result(Future<Aired> running) throws InterruptedException, ExecutionException {
		try {
			return running.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			running.cancel(true);
			return Aired.NotNow.because("終わらないので止めました / stopped: not over after " + LONGEST);
		}
	}

	private Aired air(Unit unit, Parcel.Live parcel) throws InterruptedException {
		try {
			return new Airtime(this.air).air(unit, parcel);
		}
		catch (IOException | IllegalArgumentException ex) {
			return Aired.NotNow.because(String.valueOf(ex.getMessage()));
		}
	}

	private ChannelSettings settings() {
		return this.channels.get(CHANNEL);
	}

	/** Opens what a crash left closed, and takes the telephone's first steps. */
	@EventListener(ApplicationReadyEvent.class)
	void prepare() {
		if (this.channels.has(CHANNEL) && settings().live()) {
			this.threads.execute(() -> {
				try {
					for (Unit unit : this.units.of(settings(), this.air.zones().all())) {
						unit.prepare();
					}
				}
				catch (IOException | IllegalArgumentException ex) {
					log.error("防災行政無線 / radio: {}", ex.getMessage());
				}
			});
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
		this.units.close();
	}

}
