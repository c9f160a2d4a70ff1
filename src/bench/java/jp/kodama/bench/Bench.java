package jp.kodama.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs one workload, prints its table and writes it as JSON. */
public final class Bench {

	private Bench() {
	}

	/** First argument: the workload's package; the rest are its own. */
	public static void main(String[] args) throws Exception {
		Workload workload = (Workload) Class.forName("jp.kodama.bench." + args[0] + ".Run")
			.getDeclaredConstructor()
			.newInstance();
		Figures figures = workload.run(Arrays.asList(args).subList(1, args.length));
		System.out.print(figures.table());
		Path file = Path.of(System.getenv().getOrDefault("KODAMA_HOME", "var"), "bench", args[0] + ".json");
		Files.createDirectories(file.getParent());
		Files.writeString(file, figures.json());
		System.out.println("→ " + file);
		// The sinks would go on listening.
		System.exit(0);
	}

	/** A workload: has a public constructor without arguments and is called {@code Run}. */
	public interface Workload {

		/** Does the work and answers with its figures. */
		Figures run(java.util.List<String> arguments) throws Exception;

	}

}
