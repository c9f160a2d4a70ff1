package jp.kodama.intake.mail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import jp.kodama.intake.Notice.StoredMessage;
import jp.kodama.intake.StoredMessages;
import jp.kodama.policy.verdict.Verdict;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the words of a mail mean: the first rule whose patterns are all found. A mail that
 * no rule knows waits for an officer, with its words.
 */
final class MailRules {

	private static final Set<String> KNOWN = Set.of("subject", "body", "message", "release");

	private final Path file;

	private final String otherwise;

	private final List<Rule> rules;

	private MailRules(Path file, String otherwise, List<Rule> rules) {
		this.file = file;
		this.otherwise = otherwise;
		this.rules = List.copyOf(rules);
	}

	/**
	 * Reads them.
	 * @throws IllegalStateException naming the file, and the rule by its number
	 */
	static MailRules load(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			if (!(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader) instanceof Map<?, ?> tree)
					|| !(tree.get("otherwise") instanceof String otherwise)) {
				throw new IllegalStateException(file + ": otherwise: not set");
			}
			List<Rule> rules = new ArrayList<>();
			if (tree.get("rules") instanceof List<?> listed) {
				for (Object one : listed) {
					rules.add(rule(file, rules.size() + 1, one));
				}
			}
			return new MailRules(file, otherwise, rules);
		}
		catch (IOException | YAMLException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex.getMessage(), ex);
		}
	}

	/** Sees to it that every message is there, before it is needed. */
	void check(StoredMessages messages) {
		check(messages, "otherwise", unknown("x", "x"));
		for (Rule rule : this.rules) {
			if (rule.verdict() != Verdict.RECORD) {
				check(messages, "rule " + rule.number(), StoredMessage.of(rule.message()));
			}
		}
	}

	/** What a mail means. */
	Meaning of(String subject, String words) {
		return this.rules.stream()
			.filter((rule) -> rule.subject().matcher(subject).find() && rule.body().matcher(words).find())
			.findFirst()
			.map((rule) -> new Meaning(rule.verdict(), StoredMessage.of(rule.message()),
					"メール「" + subject + "」 / mail, rule " + rule.number()))
			.orElseGet(() -> new Meaning(Verdict.HOLD, unknown(subject, words),
					"メール「" + subject + "」は規則にないため担当者が判断 / mail that no rule knows, an officer decides"));
	}

	/** Words that nobody has checked are never read aloud. */
	private StoredMessage unknown(String subject, String words) {
		return new StoredMessage(this.otherwise, Map.of("subject", subject, "words", words), true);
	}

	private void check(StoredMessages messages, String where, StoredMessage message) {
		try {
			messages.check(message);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(this.file + ": " + where + ": message: " + ex.getMessage(), ex);
		}
	}

	private static Rule rule(Path file, int number, Object one) {
		String where = file + ": rule " + number + ": ";
		if (!(one instanceof Map<?, ?> fields) || !KNOWN.containsAll(fields.keySet())) {
			throw new IllegalStateException(where + "has only " + KNOWN + ", not " + one);
		}
		String release = text(fields, "release", "hold").toUpperCase(Locale.ROOT);
		if (!Set.of("AUTO", "HOLD", "RECORD").contains(release)) {
			throw new IllegalStateException(where + "release: auto, hold or record, not " + release);
		}
		String message = text(fields, "message", "");
		if (message.isEmpty() && !release.equals("RECORD")) {
			throw new IllegalStateException(where + "message: not set");
		}
		try {
			return new Rule(number, Pattern.compile(text(fields, "subject", "")),
					Pattern.compile(text(fields, "body", "")), message, Verdict.valueOf(release));
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalStateException(where + "no regular expression: " + ex.getMessage(), ex);
		}
	}

	private static String text(Map<?, ?> fields, String name, String otherwise) {
		Object value = fields.get(name);
		return (value != null) ? String.valueOf(value) : otherwise;
	}

	/**
	 * What a mail means.
	 *
	 * @param verdict what is done
	 * @param message with which message
	 * @param reason why
	 */
	record Meaning(Verdict verdict, StoredMessage message, String reason) {
	}

	/** A line of the table. */
	private record Rule(int number, Pattern subject, Pattern body, String message, Verdict verdict) {
	}

}
