package jp.kodama.command;

import java.io.PrintWriter;

/** The command line, for stories told elsewhere. */
public final class CommandLineOf {

	private CommandLineOf() {
	}

	/** Runs one command; what goes wrong stands in the same output. */
	public static int run(PrintWriter out, String... args) {
		return Kodama.run(out, out, args);
	}

}
