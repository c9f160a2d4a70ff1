package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jp.kodama.bench.Figures;
import jp.kodama.speech.Sound;

/** Two monitors and a broadcast at once, and the memory that takes. */
final class Together {

	private final Parts parts;

	Together(Parts parts) {
		this.parts = parts;
	}

	/**
	 * Two monitors listen, a broadcast is made, all at once and as fast as they can: each
	 * must need less than a second for each of sound.
	 */
	void run(Figures figures, List<String> sentences) throws Exception {
		Sound japanese = Sound.join(Speed.sounds(this.parts, sentences, Parts.RATE));
		Sound english = this.parts.english();
		Map<String, Callable<Double>> work = new LinkedHashMap<>();
		work.put("a monitor in Japanese", () -> heard(japanese, "ja"));
		work.put("a monitor in English", () -> heard(english, "en"));
		work.put("a broadcast is made", () -> {
			try (Parts fresh = new Parts()) {
				return Speed.sounds(fresh, sentences, Parts.RATE).stream().mapToDouble(Sound::seconds).sum();
			}
		});
		ExecutorService threads = Executors.newFixedThreadPool(work.size());
		Map<String, Future<Double>> factors = new LinkedHashMap<>();
		work.forEach((name, one) -> factors.put(name, threads.submit(() -> {
			long begin = System.nanoTime();
			double seconds = 0;
			while (System.nanoTime() - begin < 20_000_000_000L) {
				seconds += one.call();
			}
			return (System.nanoTime() - begin) / 1e9 / seconds;
		})));
		for (Map.Entry<String, Future<Double>> factor : factors.entrySet()) {
			figures.with("all at once: " + factor.getKey(), "real-time factor", factor.getValue().get());
		}
		threads.shutdown();
		memory(figures);
	}

	private double heard(Sound sound, String language) {
		this.parts.recognizers().understand(sound, language);
		return sound.seconds();
	}

	/** Resident: this process, and the recognisers beside it. */
	private static void memory(Figures figures) {
		figures.with("memory", "this process MB", resident(ProcessHandle.current()));
		ProcessHandle.current().children().forEach((one) -> {
			String command = one.info().commandLine().orElse("");
			if (command.contains("/julius ")) {
				figures.with("memory", "Julius MB", resident(one));
			}
			else if (command.contains("VoskWorker")) {
				figures.with("memory", "Vosk MB", resident(one));
			}
		});
	}

	private static double resident(ProcessHandle process) {
		try {
			return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS"))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
