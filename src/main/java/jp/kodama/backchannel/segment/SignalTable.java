package jp.kodama.backchannel.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.PathResource;

/** The signals to listen for: the very table that broadcasts are made with. */
final class SignalTable {

	private SignalTable() {
	}

	/**
	 * Reads it, by name. No file: none.
	 * @throws IllegalStateException naming the file, if it cannot be read
	 */
	static Map<String, KnownSignal> load(Path file) {
		if (!Files.exists(file)) {
			return Map.of();
		}
		try {
			StandardEnvironment environment = new StandardEnvironment();
			new YamlPropertySourceLoader().load(file.toString(), new PathResource(file))
				.forEach(environment.getPropertySources()::addLast);
			return new TreeMap<>(
					Binder.get(environment).bindOrCreate("sounds", Bindable.mapOf(String.class, KnownSignal.class)));
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

}
