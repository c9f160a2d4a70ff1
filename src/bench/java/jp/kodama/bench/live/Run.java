package jp.kodama.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import jp.kodama.backchannel.monitor.Hearing;
import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.backchannel.transcript.LiveText;
import jp.kodama.backchannel.transcript.Transcript;
import jp.kodama.backchannel.transcript.Transcripts;
import jp.kodama.bench.Bench;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Icecast;
import jp.kodama.bench.Microphone;
import jp.kodama.speech.Voices;

import org.springframework.util.FileSystemUtils;

/**
 * An officer speaks into a real Icecast stream, in real time: how long until a phrase is
 * on the console, and how long after the closing chime there is a draft. English and
 * Japanese are heard at the same time, by one engine. Argument: announcements (10).
 */
public final class Run implements Bench.Workload {

	private static final long PATIENCE = 60_000_000_000L;

	private final Figures figures = new Figures();

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 10 : Integer.parseInt(arguments.get(0));
		Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-live");
		try (Icecast icecast = new Icecast(folder);
				Town town = new Town(folder, """
						monitors:
						  en: {kind: stream, address: '%s', language: en, rehearsal: true}
						  ja: {kind: stream, address: '%s', language: ja, rehearsal: true}
						""".formatted(icecast.uri("en.ogg"), icecast.uri("ja.ogg")))) {
			List<Thread> officers = new ArrayList<>();
			List<Exception> faults = new ArrayList<>();
			for (String language : List.of("en", "ja")) {
				Thread officer = new Thread(() -> {
					try {
						speak(language, count, icecast, town);
					}
					catch (Exception ex) {
						faults.add(ex);
					}
				}, language);
				officer.start();
				officers.add(officer);
			}
			for (Thread officer : officers) {
				officer.join();
			}
			if (!faults.isEmpty()) {
				throw faults.get(0);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		return this.figures;
	}

	private void speak(String language, int count, Icecast icecast, Town town) throws Exception {
		Announcement announcement = Announcement.in(language, town.bean(Voices.class));
		List<Long> fromBegin = new ArrayList<>();
		List<Long> fromEnd = new ArrayList<>();
		List<Long> drafts = new ArrayList<>();
		int missed = 0;
		try (Microphone microphone = open(icecast, language)) {
			await(() -> town.bean(Monitors.class)
				.all()
				.stream()
				.anyMatch((one) -> one.id().equals(language) && one.hearing() == Hearing.SILENCE));
			for (int i = 0; i < count; i++) {
				int before = transcripts(language, town).size();
				long begin = microphone.say(announcement.sound());
				for (Map.Entry<String, double[]> phrase : announcement.phrases().entrySet()) {
					long due = begin + nanos(announcement.sound().seconds()) + PATIENCE / 6;
					long seen = await(() -> said(language, town).contains(phrase.getKey()), due);
					if (seen > 0) {
						fromBegin.add(seen - begin - nanos(phrase.getValue()[0]));
						fromEnd.add(Math.max(0, seen - begin - nanos(phrase.getValue()[1])));
					}
					missed += (seen > 0) ? 0 : 1;
				}
				long drafted = await(() -> transcripts(language, town).size() > before);
				drafts.add(drafted - begin - nanos(announcement.sound().seconds()));
			}
		}
		synchronized (this.figures) {
			this.figures.withTimes(language + ": phrase begun → on the console", fromBegin)
				.withTimes(language + ": phrase ended → on the console", fromEnd)
				.with(language + ": phrase ended → on the console", "missed", missed)
				.withTimes(language + ": end of the chime → draft", drafts);
		}
	}

	private static Microphone open(Icecast icecast, String language) throws Exception {
		await(() -> status(icecast, "") > 0);
		Microphone microphone = new Microphone(icecast.play(language + ".ogg", Microphone.INPUT));
		await(() -> status(icecast, language + ".ogg") == 200);
		return microphone;
	}

	private static int status(Icecast icecast, String mount) {
		try {
			return icecast.status(mount);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static String said(String monitor, Town town) {
		return town.bean(LiveText.class)
			.lines()
			.stream()
			.filter((line) -> line.monitor().equals(monitor) && line.onAir())
			.findFirst()
			.map((line) -> line.text())
			.orElse("");
	}

	private static List<Transcript> transcripts(String monitor, Town town) {
		return town.bean(Transcripts.class)
			.latest(1000)
			.stream()
			.filter((one) -> one.monitor().equals(monitor))
			.toList();
	}

	private static long nanos(double seconds) {
		return (long) (seconds * 1e9);
	}

	private static long await(Callable<Boolean> what) throws Exception {
		long seen = await(what, System.nanoTime() + PATIENCE);
		if (seen == 0) {
			throw new IllegalStateException("nothing came within a minute");
		}
		return seen;
	}

	/** When it came true; 0 if it did not in time. */
	private static long await(Callable<Boolean> what, long due) throws Exception {
		while (System.nanoTime() < due) {
			if (what.call()) {
				return System.nanoTime();
			}
			Thread.sleep(10);
		}
		return 0;
	}

}
