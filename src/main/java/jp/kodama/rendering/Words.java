package jp.kodama.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The fixed words around an alert, per language, from {@code wording/*.properties}. */
final class Words {

	private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

	private final Properties properties = new Properties();

	private Words(String name) {
		try (InputStream file = Words.class.getResourceAsStream("/wording/" + name + ".properties")) {
			if (file == null) {
				throw new IllegalArgumentException("no wording for " + name);
			}
			Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
			this.properties.load(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The words of an info's language; English where there are none. */
	static Words in(String language) {
		String known = language.contains("-x-") ? language
				: language.substring(0, language.indexOf('-') < 0 ? language.length() : language.indexOf('-'));
		boolean there = Words.class.getResource("/wording/" + known + ".properties") != null;
		return LOADED.computeIfAbsent(there ? known : "en", Words::new);
	}

	static Words levels() {
		return LOADED.computeIfAbsent("levels", Words::new);
	}

	String get(String name) {
		String value = this.properties.getProperty(name);
		if (value == null) {
			throw new IllegalArgumentException("no wording " + name);
		}
		return value;
	}

}
