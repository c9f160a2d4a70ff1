package jp.kodama.approval;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words of an alert in one language, action apart from explanation.
 *
 * @param headline one line
 * @param instruction what to do now
 * @param description what happens
 */
public record Message(String headline, String instruction, String description) {

	private static final Pattern BLANK = Pattern.compile("\\{([^{}\\n]+)}");

	public Message(@Nullable String headline, @Nullable String instruction, @Nullable String description) {
		this.headline = Objects.requireNonNullElse(headline, "").strip();
		this.instruction = Objects.requireNonNullElse(instruction, "").strip();
		this.description = Objects.requireNonNullElse(description, "").strip();
	}

	/** Whether nothing is written: this language is left out. */
	public boolean empty() {
		return this.headline.isEmpty() && this.instruction.isEmpty() && this.description.isEmpty();
	}

	/** With every {@code {blank}} filled in that has a value. */
	public Message fill(Map<String, String> values) {
		return new Message(fill(this.headline, values), fill(this.instruction, values), fill(this.description, values));
	}

	static String fill(String text, Map<String, String> values) {
		return BLANK.matcher(text).replaceAll((blank) -> {
			String value = values.getOrDefault(blank.group(1), "");
			return Matcher.quoteReplacement(value.isBlank() ? blank.group() : value);
		});
	}

	/** Whether a blank was left open. */
	static boolean open(String text) {
		return BLANK.matcher(text).find();
	}

}
