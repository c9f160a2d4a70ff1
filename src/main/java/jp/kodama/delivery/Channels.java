package jp.kodama.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.PathResource;

/**
 * The channels there are: every folder under {@code channels/} that
 * {@code config/channels.yaml} enables.
 */
public final class Channels {

	private final Map<String, ChannelSettings> enabled;

	private Channels(Map<String, ChannelSettings> enabled) {
		this.enabled = Map.copyOf(enabled);
	}

	/**
	 * Reads them.
	 * @param root the folder that holds {@code channels/} and {@code config/}
	 * @throws IllegalStateException naming the file, if one is missing or cannot be read
	 */
	public static Channels load(Path root) {
		Path list = root.resolve("config/channels.yaml");
		Map<String, ChannelSettings.Entry> entries = bind(list, "kodama.channels",
				Bindable.mapOf(String.class, ChannelSettings.Entry.class));
		Map<String, ChannelSettings> enabled = new LinkedHashMap<>();
		new TreeMap<>(entries).forEach((id, entry) -> {
			if (entry.enabled()) {
				Path folder = root.resolve("channels").resolve(id);
				ChannelSettings.Folder own = bind(folder.resolve("channel.yaml"), "",
						Bindable.of(ChannelSettings.Folder.class));
				enabled.put(id, new ChannelSettings(id, folder, own, entry));
			}
		});
		return new Channels(enabled);
	}

	/** All, by id. */
	public Collection<ChannelSettings> all() {
		return new TreeMap<>(this.enabled).values();
	}

	/** One that is enabled. */
	public ChannelSettings get(String id) {
		ChannelSettings channel = this.enabled.get(id);
		if (channel == null) {
			throw new IllegalArgumentException("no such channel, or not enabled: " + id);
		}
		return channel;
	}

	/** Whether it is enabled. */
	public boolean has(String id) {
		return this.enabled.containsKey(id);
	}

	private static <T> T bind(Path file, String prefix, Bindable<T> type) {
		if (!Files.isReadable(file)) {
			throw new IllegalStateException(file + ": missing or not readable");
		}
		try {
			StandardEnvironment environment = new StandardEnvironment();
			new YamlPropertySourceLoader().load(file.toString(), new PathResource(file))
				.forEach(environment.getPropertySources()::addLast);
			return Binder.get(environment).bindOrCreate(prefix, type);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

}
