package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.backchannel.monitor.Ear;
import jp.kodama.backchannel.monitor.Ears;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.speech.Sound;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The engine's own monitors, with ears that keep all they hear. */
final class Receivers implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Map<String, List<short[]>> heard = new ConcurrentHashMap<>();

	/** As a town's {@code config/monitors.yaml} has them. */
	Receivers(Path folder, String monitors) throws IOException {
		Path file = folder.resolve(BackchannelSettings.FILE);
		Files.createDirectories(file.getParent());
		Files.writeString(file, monitors);
		this.context.registerBean(BackchannelSettings.class, () -> BackchannelSettings.load(folder, folder));
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(Ears.class, () -> this::ear);
		this.context.scan("jp.kodama.backchannel.monitor");
		this.context.refresh();
		this.context.publishEvent(
				new ApplicationReadyEvent(new SpringApplication(), new String[0], this.context, Duration.ZERO));
	}

	private Ear ear(String monitor) {
		return new Ear() {
			@Override
			public void hear(short[] samples) {
				Receivers.this.heard.computeIfAbsent(monitor, (id) -> new ArrayList<>()).add(samples);
			}

			@Override
			public void ended() {
			}
		};
	}

	/** Waits until a monitor hears something, be it silence. */
	void hearing(String monitor) throws InterruptedException {
		while (!this.heard.containsKey(monitor)) {
			Thread.sleep(100);
		}
	}

	void forget() {
		this.heard.clear();
	}

	/** What a monitor heard since. */
	Sound heard(String monitor) {
		List<Sound> parts = new ArrayList<>(List.of(Sound.silence(Sounding.RATE, Duration.ofMillis(100))));
		List.copyOf(this.heard.getOrDefault(monitor, List.of()))
			.forEach((samples) -> parts.add(new Sound(Sounding.RATE, samples)));
		return Sound.join(parts);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
