package jp.kodama.audience.signup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The words of letters: {@code config/audience/letters/<kind>.<language>.txt}, the first
 * line the subject; a language that has none gets English.
 */
@Component
class LetterWords {

	private final Path folder;

	LetterWords(@Value("${kodama.root:.}") Path root) {
		this.folder = root.resolve("config/audience/letters");
	}

	/** Subject and body, blanks filled in. */
	String[] of(String kind, String language, Map<String, String> blanks) {
		Path own = this.folder.resolve(kind + "." + language + ".txt");
		Path file = Files.exists(own) ? own : this.folder.resolve(kind + ".en.txt");
		try {
			String text = Files.readString(file);
			for (Map.Entry<String, String> blank : blanks.entrySet()) {
				text = text.replace("{" + blank.getKey() + "}", blank.getValue());
			}
			String[] parts = text.split("\\R", 2);
			return new String[] { parts[0].strip(), parts[1].strip() + "\n" };
		}
		catch (IOException | ArrayIndexOutOfBoundsException ex) {
			throw new IllegalStateException(file + ": a letter needs a subject and words below it", ex);
		}
	}

}
