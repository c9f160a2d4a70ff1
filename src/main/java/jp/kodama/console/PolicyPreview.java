package jp.kodama.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.intake.Comparison;
import jp.kodama.intake.MessageReader;
import jp.kodama.policy.Policy;
import jp.kodama.policy.PolicyDiff;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a proposed policy would change, for whoever decides on it: in words, and by the
 * telegrams that were really received here last.
 */
@Component
class PolicyPreview {

	/** More take seconds to read. */
	private static final int MOST = 200;

	private final Policy policy;

	private final Path demo;

	private final Path received;

	private final MessageReader reader;

	PolicyPreview(Policy policy, MessageReader reader, @Value("${kodama.root}") Path root,
			@Value("${kodama.home}") Path home) {
		this.reader = reader;
		this.policy = policy;
		this.demo = root.resolve("config/demo");
		this.received = home.resolve("processed");
	}

	/**
	 * Adds {@code changes}, {@code alarmBefore}, {@code alarmAfter} and {@code samples}.
	 * @throws jp.kodama.policy.town.InvalidPolicy if it cannot be used
	 */
	void show(String text, Model model) {
		Policy proposed = this.policy.under(this.policy.read("proposed.yaml", text));
		model.addAttribute("changes", PolicyDiff.between(this.policy, proposed));
		model.addAttribute("alarmBefore", this.policy.alarmAfter().toMinutes());
		model.addAttribute("alarmAfter", proposed.alarmAfter().toMinutes());
		try {
			model.addAttribute("samples", new Comparison(this.policy, proposed, this.reader).of(samples()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("the samples cannot be read", ex);
		}
	}

	private List<Path> samples() throws IOException {
		List<Path> samples = new ArrayList<>(List.of(this.demo));
		if (Files.isDirectory(this.received)) {
			try (Stream<Path> files = Files.list(this.received)) {
				files.filter(Files::isRegularFile)
					.sorted(Comparator.comparing(PolicyPreview::changed).reversed())
					.limit(MOST)
					.forEach(samples::add);
			}
		}
		return samples;
	}

	private static FileTime changed(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			return FileTime.fromMillis(0);
		}
	}

}
