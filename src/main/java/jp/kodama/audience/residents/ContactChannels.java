package jp.kodama.audience.residents;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The channels that residents have addresses of: every {@code channels/<id>/channel.yaml}
 * with an {@code address}, enabled or not, because addresses outlive a setting.
 */
public final class ContactChannels {

	private final List<ContactChannel> all;

	private ContactChannels(List<ContactChannel> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * Reads them.
	 * @param root the folder that holds {@code channels/}
	 * @throws IllegalStateException naming the file at fault
	 */
	public static ContactChannels load(Path root) {
		List<ContactChannel> all = new ArrayList<>();
		if (!Files.isDirectory(root.resolve("channels"))) {
			return new ContactChannels(all);
		}
		try (Stream<Path> folders = Files.list(root.resolve("channels"))) {
			for (Path folder : folders.sorted().toList()) {
				ContactChannel one = read(folder.resolve("channel.yaml"), folder.getFileName().toString());
				if (one != null) {
					all.add(one);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(root + ": channels cannot be read: " + ex.getMessage(), ex);
		}
		return new ContactChannels(all);
	}

	private static @Nullable ContactChannel read(Path file, String id) {
		if (!Files.exists(file)) {
			return null;
		}
		try (Reader reader = Files.newBufferedReader(file)) {
			Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			if (!(yaml.get("address") instanceof Map<?, ?> address)) {
				return null;
			}
			Map<?, ?> title = (Map<?, ?>) yaml.getOrDefault("title", Map.of());
			List<?> languages = (List<?>) yaml.getOrDefault("languages", List.of());
			return new ContactChannel(id, word(title, "ja", id), word(title, "en", id),
					languages.stream().map(String::valueOf).toList(),
					AddressForm.valueOf(word(address, "form", "").toUpperCase(Locale.ROOT)),
					Pattern.compile(word(address, "pattern", ".+")));
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(
					file + ": address needs form: phone, mail or opaque (with pattern): " + ex.getMessage(), ex);
		}
	}

	private static String word(Map<?, ?> words, String name, String otherwise) {
		Object word = words.get(name);
		return (word != null) ? word.toString() : otherwise;
	}

	/** All, by id. */
	public List<ContactChannel> all() {
		return this.all;
	}

	/** The one called so, by its id or in either language. */
	public Optional<ContactChannel> named(String name) {
		return this.all.stream()
			.filter((one) -> one.id().equals(name) || one.japanese().equals(name)
					|| one.english().equalsIgnoreCase(name))
			.findFirst();
	}

	/** What officers call it. */
	public String japanese(String id) {
		return named(id).map(ContactChannel::japanese).orElse(id);
	}

	/** The languages that any of them can carry. */
	public Set<String> languages() {
		Set<String> languages = new TreeSet<>();
		this.all.forEach((one) -> languages.addAll(one.languages()));
		return languages;
	}

}
