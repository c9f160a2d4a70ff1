package jp.kodama.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import jp.kodama.intake.source.SourceSettings.Entry;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.PathResource;

/**
 * The sources there are: {@code config/sources.yaml}, and always the folder
 * {@code inbox}.
 */
public final class Sources {

	static final String FILE = "config/sources.yaml";

	static final String PREFIX = "kodama.sources";

	/**
	 * The folder: there even if nothing is configured; its entry may say how long silent.
	 */
	static final String INBOX = "inbox";

	/** The kind of the folder, which needs no template. */
	static final String FOLDER = "folder";

	private final Map<String, SourceSettings> byId = new ConcurrentSkipListMap<>();

	private Sources(Map<String, Entry> entries) {
		this.byId.put(INBOX, new SourceSettings(INBOX, new Entry(FOLDER, true, "", "", null, Map.of())));
		entries.forEach((id, entry) -> this.byId.put(id, checked(new SourceSettings(id, entry))));
	}

	/**
	 * Reads them. No file: the folder only. {@code ${kodama.home}} may be used in it.
	 * @param root the folder that holds {@code config/}
	 * @param home the state folder
	 * @throws IllegalStateException naming the file and the field, if it is broken
	 */
	public static Sources load(Path root, Path home) {
		Path file = root.resolve(FILE);
		if (!Files.exists(file)) {
			return new Sources(Map.of());
		}
		try {
			StandardEnvironment environment = new StandardEnvironment();
			PropertySource<?> known = new MapPropertySource("home", Map.of("kodama.home", home.toString()));
			environment.getPropertySources().addFirst(known);
			for (PropertySource<?> one : new YamlPropertySourceLoader().load(file.toString(), new PathResource(file))) {
				environment.getPropertySources().addLast(one);
			}
			Bindable<Map<String, Entry>> type = Bindable.mapOf(String.class, Entry.class);
			BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT);
			Map<String, Entry> entries = new HashMap<>();
			Binder.get(environment).bind(PREFIX, type, strict).ifBound(entries::putAll);
			return new Sources(entries);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": " + words(ex), ex);
		}
	}

	/** All, by id, those that are switched off too. */
	public Collection<SourceSettings> all() {
		return this.byId.values();
	}

	/** One of them. */
	public SourceSettings get(String id) {
		SourceSettings source = this.byId.get(id);
		if (source == null) {
			throw new IllegalArgumentException("no such source: " + id);
		}
		return source;
	}

	/** Whether there is one of this id and kind that takes part. */
	public boolean has(String id, String kind) {
		SourceSettings source = this.byId.get(id);
		return source != null && source.enabled() && source.kind().equals(kind);
	}

	/** Whose route this is. */
	public static String idOf(String route) {
		return route.substring(SourceRoutes.PREFIX.length());
	}

	/** The same source with its kind's defaults for what its entry leaves out. */
	void complete(SourceSettings source) {
		this.byId.put(source.id(), source);
	}

	private static SourceSettings checked(SourceSettings source) {
		if (!source.id().matches("[a-z][a-z0-9-]{0,39}")) {
			throw new IllegalStateException(
					source.path() + ": an id has small letters, digits and hyphens, 40 at most");
		}
		if (!source.kind().matches("[a-z][a-z0-9-]*")) {
			throw source.broken("kind", "missing, or not the name of a kind: '" + source.kind() + "'");
		}
		if (source.id().equals(INBOX) != source.kind().equals(FOLDER)) {
			throw source.broken("kind",
					"the folder has the id " + INBOX + " and the kind " + FOLDER + ", no other has");
		}
		return source;
	}

	/** Spring says which field in the outer message, and what is wrong in the inner. */
	private static String words(Throwable failure) {
		StringBuilder words = new StringBuilder();
		for (Throwable one = failure; one != null; one = one.getCause()) {
			if (words.indexOf(String.valueOf(one.getMessage())) < 0) {
				words.append(words.isEmpty() ? "" : "; ").append(one.getMessage());
			}
		}
		return words.toString();
	}

}
