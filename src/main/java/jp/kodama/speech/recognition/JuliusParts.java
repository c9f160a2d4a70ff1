package jp.kodama.speech.recognition;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Julius needs, under one folder as setup/recognizers.sh leaves it.
 *
 * @param folder with {@code julius}, the acoustic model, the trigram and its dictionary
 */
record JuliusParts(Path folder) {

	private static final List<String> FILES = List.of("julius", "hmmdefs_ptm_gid.binhmm", "logicalTri",
			"web.60k.8-8.bingramv5.gz", "web.60k.htkdic");

	/** What is missing; empty if nothing is. */
	List<String> missing() {
		List<String> missing = new ArrayList<>();
		for (String file : FILES) {
			if (!Files.isReadable(this.folder.resolve(file))) {
				missing.add(file);
			}
		}
		return missing;
	}

	/**
	 * The program, ready to be told file names. Its answers come a line at a time only
	 * because stdbuf makes it so; nice keeps it behind the rest of the engine.
	 */
	List<String> command(Path words, double warp) {
		List<String> command = new ArrayList<>();
		for (List<String> before : List.of(List.of("nice", "-n", "5"), List.of("stdbuf", "-oL"))) {
			if (onPath(before.get(0))) {
				command.addAll(before);
			}
		}
		command.addAll(List.of(file(0), "-h", file(1), "-hlist", file(2), "-d", file(3), "-v", file(4)));
		command.addAll(List.of("-adddict", words.toString(), "-input", "rawfile", "-nolog", "-walign"));
		command.addAll(List.of("-b", "1500", "-b2", "100", "-s", "1000", "-m", "4000", "-n", "5", "-output", "1"));
		// Every Gaussian counted: a seventh slower, and a third fewer errors than by the
		// beam.
		command.addAll(List.of("-gprune", "safe", "-tmix", "8"));
		command.addAll(List.of("-vtln", Double.toString(warp), "300", "7000"));
		return command;
	}

	private String file(int which) {
		return this.folder.resolve(FILES.get(which)).toString();
	}

	private static boolean onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

}
