package jp.kodama.speech;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The three things Open JTalk needs, as they are found on this machine.
 *
 * @param command the program
 * @param dictionary the dictionary's folder
 * @param voice the voice's file
 */
record OpenJTalkParts(Optional<Path> command, Optional<Path> dictionary, Optional<Path> voice) {

	private static final Path DEBIAN_DICTIONARY = Path.of("/var/lib/mecab/dic/open-jtalk/naist-jdic");

	private static final Path DEBIAN_VOICES = Path.of("/usr/share/hts-voice");

	/** Looks for what is not configured; what is configured must be there. */
	static OpenJTalkParts find(SpeechProperties.OpenJTalk settings, Path parts) {
		Optional<Path> command = settings.command().isEmpty() ? onPath("open_jtalk")
				: Optional.of(Path.of(settings.command())).filter(Files::isExecutable);
		Path dictionary = settings.dictionary().isEmpty() ? DEBIAN_DICTIONARY : Path.of(settings.dictionary());
		Optional<Path> voice = settings.voice().isEmpty()
				? voiceUnder(parts.resolve("voices")).or(() -> voiceUnder(DEBIAN_VOICES))
				: Optional.of(Path.of(settings.voice())).filter(Files::isReadable);
		return new OpenJTalkParts(command, Optional.of(dictionary).filter(Files::isDirectory), voice);
	}

	/** What is missing, in words; empty if nothing is. */
	List<String> missing() {
		List<String> missing = new ArrayList<>();
		if (this.command.isEmpty()) {
			missing.add("open_jtalk");
		}
		if (this.dictionary.isEmpty()) {
			missing.add("辞書 / dictionary");
		}
		if (this.voice.isEmpty()) {
			missing.add("声 / .htsvoice");
		}
		return missing;
	}

	static Optional<Path> onPath(String program) {
		return Stream
			.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
					Stream.of("/usr/bin", "/usr/local/bin"))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Optional<Path> voiceUnder(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.walk(folder, 2)) {
			return files.filter((file) -> file.toString().endsWith(".htsvoice")).sorted().findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
