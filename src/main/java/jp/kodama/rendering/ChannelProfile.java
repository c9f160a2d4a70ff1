package jp.kodama.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a channel is, read from its folder ({@code channels/<id>/channel.yaml}).
 *
 * @param id the folder's name
 * @param title how officers call it, {@code ja} and {@code en}
 * @param languages the languages it can carry, the first always
 * @param folder {@code channels/<id>}, for templates
 * @param limits numbers and words of its own: characters, columns, rows, charset, … Those
 * of {@code config/channels.yaml} come before those of its folder
 */
public record ChannelProfile(String id, Map<String, String> title, List<String> languages, Path folder,
		Map<String, String> limits) {

	public ChannelProfile {
		title = Map.copyOf(title);
		languages = List.copyOf(languages);
		limits = Map.copyOf(limits);
	}

	/** A whole number of {@link #limits()}, which must be there. */
	public int number(String name) {
		try {
			return Integer.parseInt(word(name));
		}
		catch (NumberFormatException ex) {
			throw new IllegalStateException(
					"channel " + this.id + ": limits." + name + " is not a number: " + word(name), ex);
		}
	}

	/** A word of {@link #limits()}, which must be there. */
	public String word(String name) {
		String value = this.limits.get(name);
		if (value == null) {
			throw new IllegalStateException("channel " + this.id + ": limits." + name + " is missing in channel.yaml");
		}
		return value;
	}

	/** A word of {@link #limits()}, or another where it is not there. */
	public String word(String name, String otherwise) {
		return this.limits.getOrDefault(name, otherwise);
	}

}
