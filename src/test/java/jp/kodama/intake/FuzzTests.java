package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Telegrams spoilt in ways that nobody thinks of, found by Jazzer. A few seconds in every
 * run; {@code -Dkodama.fuzz.minutes=10} for longer.
 */
class FuzzTests {

	private static final int SECONDS = 8;

	@TempDir
	Path folder;

	@Test
	@EnabledOnOs(value = { OS.LINUX, OS.MAC }, disabledReason = "Jazzer's engine is native")
	void noTelegramBreaksTheReaderOrGoesOutUnjustified() throws IOException, InterruptedException {
		int minutes = Integer.getInteger("kodama.fuzz.minutes", 0);
		Path said = this.folder.resolve("jazzer.txt");
		Path corpus = (minutes > 0) ? Files.createDirectories(Path.of("target/fuzz-corpus"))
				: Files.createDirectory(this.folder.resolve("corpus"));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
						System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
						"--target_class=jp.kodama.intake.TelegramFuzzer", "--instrumentation_includes=jp.kodama.**",
						"--disabled_hooks=**", "--reproducer_path=" + this.folder,
						"-max_total_time=" + ((minutes > 0) ? minutes * 60 : SECONDS), "-max_len=600", "-len_control=0",
						"-rss_limit_mb=3000", "-artifact_prefix=" + this.folder + "/", corpus.toString()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		int exit = process.waitFor();
		String words = Files.readString(said);
		String last = words.lines()
			.filter((line) -> line.contains("DONE") || line.contains("stat::"))
			.reduce("", (a, b) -> a + b);
		System.out.println("fuzz: " + last);
		assertThat(exit).as(words.substring(Math.max(0, words.length() - 8000))).isZero();
		assertThat(words).contains("DONE");
	}

}
