package jp.kodama.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.speech.freetts.en.us.CMULexicon;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How English speakers say a word, known or not: by the lexicon of the English voice. */
@Component
public class EnglishSounds {

	private @Nullable CMULexicon lexicon;

	/**
	 * Its sounds as the CMU dictionary writes them, without stress: {@code m ih z uw}.
	 */
	public synchronized List<String> of(String word) {
		return Arrays.stream(lexicon().getPhones(word.toLowerCase(Locale.ROOT), null))
			.map((sound) -> sound.replaceAll("\\d", ""))
			.toList();
	}

	/** Loaded at first use: 16 MB. */
	private CMULexicon lexicon() {
		if (this.lexicon == null) {
			CMULexicon loaded = new CMULexicon("cmudict04");
			try {
				loaded.load();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.lexicon = loaded;
		}
		return this.lexicon;
	}

}
