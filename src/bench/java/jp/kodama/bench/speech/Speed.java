package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import jp.kodama.bench.Figures;
import jp.kodama.speech.Sound;
import org.vosk.Model;
import org.vosk.Recognizer;

import org.springframework.util.FileSystemUtils;

/**
 * Seconds of work for each second of sound, ours and the bare engine's on the same words
 * or the same sound, in turns; the best of three, since other work disturbs.
 */
final class Speed {

	private static final int TURNS = 3;

	private final Parts parts;

	Speed(Parts parts) {
		this.parts = parts;
	}

	void run(Figures figures) throws Exception {
		Path work = Files.createTempDirectory("kodama-bench-speech");
		try {
			List<String> sentences = Corpus.of(this.parts.root())
				.stream()
				.filter((text) -> text.golden() && text.language().equals("ja"))
				.flatMap((text) -> text.sentences().stream())
				.distinct()
				.limit(12)
				.toList();
			synthesis(figures, sentences, work);
			julius(figures, sentences, work);
			vosk(figures);
			memory(figures);
		}
		finally {
			FileSystemUtils.deleteRecursively(work);
		}
	}

	/** Every turn at a rate of its own, so that none is answered from the cache. */
	private void synthesis(Figures figures, List<String> sentences, Path work) throws Exception {
		double seconds = sounds(sentences, 48_000).stream().mapToDouble(Sound::seconds).sum();
		Path voice = Path.of(System.getenv().getOrDefault("KODAMA_PARTS", ".parts"), "voices/mei_normal.htsvoice");
		List<Callable<?>> ours = new ArrayList<>();
		List<Callable<?>> bare = new ArrayList<>();
		for (int turn = 0; turn < TURNS; turn++) {
			int rate = 24_000 - turn;
			ours.add(() -> sounds(sentences, rate));
			bare.add(() -> {
				for (String sentence : sentences) {
					Path text = Files.writeString(work.resolve("text"),
							this.parts.voices().spoken(sentence, "ja") + "\n");
					call(List.of("open_jtalk", "-x", "/var/lib/mecab/dic/open-jtalk/naist-jdic", "-m", voice.toString(),
							"-r", "0.9", "-ow", work.resolve("wave").toString(), text.toString()), work);
				}
				return null;
			});
		}
		report(figures, "synthesis (open_jtalk)", seconds, ours, bare);
	}

	private List<Sound> sounds(List<String> sentences, int rate) {
		return sentences.stream().flatMap((one) -> this.parts.voices().speak(one, "ja", rate)).toList();
	}

	/** The bare program is given the same sentences, and the time its models take to load is taken off. */
	private void julius(Figures figures, List<String> sentences, Path work) throws Exception {
		List<Sound> sounds = sounds(sentences, Parts.RATE);
		Path list = work.resolve("list");
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < sounds.size(); i++) {
			names.append(Files.write(work.resolve(i + ".wav"), sounds.get(i).wav())).append('\n');
		}
		Files.writeString(list, names);
		this.parts.recognizers().understand(sounds.get(0), "ja");
		Path none = Files.write(work.resolve("none.wav"), Sound.silence(Parts.RATE, java.time.Duration.ofMillis(400)).wav());
		Path empty = Files.writeString(work.resolve("empty"), none + "\n");
		double load = Double.MAX_VALUE;
		List<Callable<?>> ours = new ArrayList<>();
		List<Callable<?>> bare = new ArrayList<>();
		for (int turn = 0; turn < TURNS; turn++) {
			load = Math.min(load, time(() -> call(bareJulius(empty), work)));
			ours.add(() -> {
				sounds.forEach((sound) -> this.parts.recognizers().understand(sound, "ja"));
				return null;
			});
			bare.add(() -> call(bareJulius(list), work));
		}
		figures.with("Julius loads its models", "s", load);
		double took = load;
		report(figures, "recognition (Julius, ja)", sounds.stream().mapToDouble(Sound::seconds).sum(), ours, bare, took);
	}

	private List<String> bareJulius(Path list) {
		Path folder = this.parts.julius();
		return List.of(folder.resolve("julius").toString(), "-h", folder.resolve("hmmdefs_ptm_gid.binhmm").toString(),
				"-hlist", folder.resolve("logicalTri").toString(), "-d",
				folder.resolve("web.60k.8-8.bingramv5.gz").toString(), "-v", folder.resolve("web.60k.htkdic").toString(),
				"-input", "rawfile", "-filelist", list.toString(), "-nolog", "-walign", "-b", "1500", "-b2", "100", "-s",
				"1000", "-m", "4000", "-n", "5", "-output", "1", "-vtln", "0.85", "300", "7000");
	}

	private void vosk(Figures figures) throws Exception {
		Sound sound = Sound.join(List.of(this.parts.speak(Corpus.of(this.parts.root())
			.stream()
			.filter((text) -> text.golden() && text.language().equals("en"))
			.findFirst()
			.orElseThrow())));
		this.parts.recognizers().understand(sound, "en");
		String folder = this.parts.julius().resolveSibling("vosk-en").toString();
		List<Callable<?>> ours = new ArrayList<>();
		List<Callable<?>> bare = new ArrayList<>();
		try (Model model = new Model(folder)) {
			for (int turn = 0; turn < TURNS; turn++) {
				ours.add(() -> this.parts.recognizers().understand(sound, "en"));
				bare.add(() -> bareVosk(model, sound));
			}
			report(figures, "recognition (Vosk, en)", sound.seconds(), ours, bare);
		}
	}

	private static String bareVosk(Model model, Sound sound) throws IOException {
		try (Recognizer recognizer = new Recognizer(model, Parts.RATE)) {
			recognizer.setWords(true);
			short[] samples = sound.samples();
			for (int from = 0; from < samples.length; from += Parts.RATE / 5) {
				short[] piece = java.util.Arrays.copyOfRange(samples, from,
						Math.min(samples.length, from + Parts.RATE / 5));
				if (!recognizer.acceptWaveForm(piece, piece.length)) {
					recognizer.getPartialResult();
				}
			}
			return recognizer.getFinalResult();
		}
	}

	private static void report(Figures figures, String row, double seconds, List<Callable<?>> ours, List<Callable<?>> bare)
			throws Exception {
		report(figures, row, seconds, ours, bare, 0);
	}

	private static void report(Figures figures, String row, double seconds, List<Callable<?>> ours, List<Callable<?>> bare,
			double takenOff) throws Exception {
		double best = Double.MAX_VALUE;
		double bestBare = Double.MAX_VALUE;
		for (int turn = 0; turn < ours.size(); turn++) {
			best = Math.min(best, time(ours.get(turn)));
			bestBare = Math.min(bestBare, time(bare.get(turn)) - takenOff);
		}
		figures.with(row, "sound s", seconds)
			.with(row, "real-time factor", best / seconds)
			.with(row, "bare", bestBare / seconds)
			.with(row, "of bare speed", bestBare / best);
	}

	private static double time(Callable<?> work) throws Exception {
		long begin = System.nanoTime();
		work.call();
		return (System.nanoTime() - begin) / 1e9;
	}

	private static Object call(List<String> command, Path work) throws Exception {
		int exit = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(work.resolve("said").toFile())
			.start()
			.waitFor();
		if (exit != 0) {
			throw new IOException(command.get(0) + " failed: exit " + exit);
		}
		return exit;
	}

	/** Resident: this process with Vosk's model in it, and Julius beside it. */
	private static void memory(Figures figures) throws IOException {
		figures.with("memory", "this process (Vosk) MB", resident(ProcessHandle.current()));
		ProcessHandle.current()
			.children()
			.filter((one) -> one.info().command().orElse("").endsWith("/julius"))
			.forEach((one) -> figures.with("memory", "Julius MB", resident(one)));
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
