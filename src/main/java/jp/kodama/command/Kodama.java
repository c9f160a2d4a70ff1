package jp.kodama.command;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./kodama} hands over to Java, beside the server itself. */
@Command(name = "kodama", subcommands = { Send.class, Doctor.class }, description = "Kodama 木霊: ./kodama help")
public final class Kodama {

	private Kodama() {
	}

	/** Called by the launcher with a command and its arguments. */
	public static void main(String[] args) {
		System.exit(new CommandLine(new Kodama()).setOut(new PrintWriter(System.out, true))
			.setErr(new PrintWriter(System.err, true))
			.execute(args));
	}

}
