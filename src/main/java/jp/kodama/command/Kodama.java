package jp.kodama.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need no server of their own. */
@Command(name = "kodama", mixinStandardHelpOptions = true,
		description = "一度の入力で、全ての手段へ / one alert, entered once, reaches every channel", subcommands = { Explain.class,
				PolicyCommand.class, Replay.class, Send.class, Audit.class, Contacts.class, Doctor.class })
public final class Kodama {

	private Kodama() {
	}

	/** Called by the launcher. */
	public static void main(String[] args) {
		// Without Spring Boot nobody else tells the log that a command's output is its own.
		if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
			root.setLevel(Level.WARN);
		}
		System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8), args));
	}

	/**
	 * Runs one command.
	 * @return 0 if all went well, 1 if something failed, 2 for wrong usage
	 */
	static int run(PrintWriter out, PrintWriter err, String... args) {
		return new CommandLine(new Kodama()).setOut(out)
			.setErr(err)
			.setExecutionExceptionHandler((failure, command, parsed) -> {
				command.getErr().println(String.valueOf(failure.getMessage()));
				return 1;
			})
			.execute(args);
	}

}
