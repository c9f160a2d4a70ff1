package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.PathResource;

/** Reads the radio's tables: YAML files that a municipality may change. */
final class Tables {

	private Tables() {
	}

	/**
	 * What a file holds under a name.
	 * @throws IllegalStateException naming the file and the row at fault
	 */
	static <T> T read(Path file, String name, Bindable<T> type) {
		try {
			StandardEnvironment environment = new StandardEnvironment();
			new YamlPropertySourceLoader().load(file.toString(), new PathResource(file))
				.forEach(environment.getPropertySources()::addLast);
			return Binder.get(environment).bindOrCreate(name, type);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

}
