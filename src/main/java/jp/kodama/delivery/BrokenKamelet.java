package jp.kodama.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.component.kamelet.FailedToCreateKameletException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says which line of which Kamelet stopped the start. */
class BrokenKamelet extends AbstractFailureAnalyzer<FailedToCreateKameletException> {

	private static final Pattern NAME = Pattern.compile("id ((\\S+)-sink)");

	/** How Camel marks the step it choked on: {@code >>> to[nosuch:thing] <<<}. */
	private static final Pattern STEP = Pattern.compile(">>> \\w+\\[(.*?)] <<<");

	private final Path root;

	BrokenKamelet(Environment environment) {
		this.root = Path.of(environment.getProperty("kodama.root", "."));
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, FailedToCreateKameletException cause) {
		Matcher name = NAME.matcher(String.valueOf(cause.getMessage()));
		if (!name.find()) {
			return null;
		}
		Path file = this.root.resolve("channels").resolve(name.group(2)).resolve(name.group(1) + ".kamelet.yaml");
		Throwable deepest = cause;
		String step = "";
		for (Throwable one = cause; one != null; one = one.getCause()) {
			Matcher marked = STEP.matcher(String.valueOf(one.getMessage()));
			step = marked.find() ? marked.group(1) : step;
			deepest = one;
		}
		String place = file + ":" + line(file, step);
		return new FailureAnalysis(place + ": " + deepest.getMessage(),
				"直すか、config/channels.yaml でこのチャネルを外してください。 Mend it, or disable the channel in config/channels.yaml.",
				failure);
	}

	private static int line(Path file, String step) {
		try {
			List<String> lines = Files.readAllLines(file);
			for (int i = 0; i < lines.size() && !step.isEmpty(); i++) {
				if (lines.get(i).contains(step)) {
					return i + 1;
				}
			}
		}
		catch (IOException ex) {
			// The file is named all the same.
			return 1;
		}
		return 1;
	}

}
