package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
			new Together(this.parts).run(figures, sentences);
		}
		finally {
			FileSystemUtils.deleteRecursively(work);
		}
	}

	/** Every turn with a voice of its own, so that none is answered from the cache. */
	private void synthesis(Figures figures, List<String> sentences, Path work) throws Exception {
		String text = String.join("", sentences);
		List<Parts> fresh = new ArrayList<>();
		List<Callable<?>> ours = new ArrayList<>();
		List<Callable<?>> oneByOne = new ArrayList<>();
		List<Callable<?>> bare = new ArrayList<>();
		for (int turn = 0; turn < TURNS; turn++) {
			Parts together = new Parts();
			Parts alone = new Parts();
			fresh.addAll(List.of(together, alone));
			ours.add(() -> together.voices().speak(text, "ja", Parts.RATE).toList());
			oneByOne.add(() -> sounds(alone, sentences, Parts.RATE));
			bare.add(() -> {
				for (String sentence : sentences) {
					bareVoice(sentence, work);
				}
				return null;
			});
		}
		double seconds = sounds(this.parts, sentences, Parts.RATE).stream().mapToDouble(Sound::seconds).sum();
		report(figures, "synthesis (open_jtalk)", seconds, ours, bare);
		report(figures, "synthesis, one sentence at a time", seconds, oneByOne, bare);
		fresh.forEach(Parts::close);
	}

	/** As behind the rest as ours is: on a busy machine that counts. */
	private void bareVoice(String sentence, Path work) throws Exception {
		Path voice = this.parts.installed().resolve("voices/mei_normal.htsvoice");
		Path text = Files.writeString(work.resolve("text"), this.parts.voices().spoken(sentence, "ja") + "\n");
		call(List.of("nice", "-n", "5", "open_jtalk", "-x", "/var/lib/mecab/dic/open-jtalk/naist-jdic", "-m",
				voice.toString(), "-r", "0.9", "-ow", work.resolve("wave").toString(), text.toString()), work);
	}

	static List<Sound> sounds(Parts parts, List<String> sentences, int rate) {
		return sentences.stream().flatMap((one) -> parts.voices().speak(one, "ja", rate)).toList();
	}

	/** The bare program is given the same sentences, and the time its models take to load is taken off. */
	private void julius(Figures figures, List<String> sentences, Path work) throws Exception {
		List<Sound> sounds = sounds(this.parts, sentences, Parts.RATE);
		Path list = work.resolve("list");
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < sounds.size(); i++) {
			names.append(Files.write(work.resolve(i + ".wav"), sounds.get(i).wav())).append('\n');
		}
		Files.writeString(list, names);
		this.parts.recognizers().understand(sounds.get(0), "ja");
		Path none = Files.write(work.resolve("none.wav"), Sound.silence(Parts.RATE, Duration.ofMillis(400)).wav());
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

	/** As the one that runs for us was called, with a list of files. */
	private static List<String> bareJulius(Path list) {
		ProcessHandle.Info ours = ProcessHandle.current()
			.children()
			.map(ProcessHandle::info)
			.filter((one) -> one.command().orElse("").endsWith("/julius"))
			.findFirst()
			.orElseThrow();
		List<String> command = new ArrayList<>(List.of("nice", "-n", "5", ours.command().orElseThrow()));
		command.addAll(List.of(ours.arguments().orElseThrow()));
		command.addAll(List.of("-filelist", list.toString()));
		return command;
	}

	private void vosk(Figures figures) throws Exception {
		Sound sound = this.parts.english();
		this.parts.recognizers().understand(sound, "en");
		String folder = this.parts.installed().resolve("recognizers/vosk-en").toString();
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
				short[] piece = Arrays.copyOfRange(samples, from,
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

}
