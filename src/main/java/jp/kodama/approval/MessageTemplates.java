package jp.kodama.approval;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.audience.Municipality;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The prepared messages under {@code config/templates/}, in the order of their file
 * names; none where there is no such folder. Read at start: a broken one stops it, naming
 * the file.
 */
@Component
public class MessageTemplates {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, MessageTemplate> byId = new LinkedHashMap<>();

	private final Areas areas;

	MessageTemplates(@Value("${kodama.root}") Path root, Municipality town) {
		this.areas = new Areas(town);
		Path folder = root.resolve("config/templates");
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.list(folder)) {
			files.filter((file) -> file.toString().endsWith(".yaml")).sorted().forEach(this::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(folder + ": cannot be read", ex);
		}
	}

	/** Those that withdraw an alert, or all that do not, by id. */
	public Map<String, MessageTemplate> all(boolean withdrawing) {
		Map<String, MessageTemplate> chosen = new LinkedHashMap<>(this.byId);
		chosen.values().removeIf((template) -> (template.use() == MessageTemplate.Use.Cancel) != withdrawing);
		return chosen;
	}

	/**
	 * One of them.
	 * @throws InvalidAlert if there is none of this name
	 */
	public MessageTemplate get(String id) {
		MessageTemplate template = this.byId.get(id);
		if (template == null) {
			throw new InvalidAlert("template", "ひな型がありません: " + id, "no such template: " + id);
		}
		return template;
	}

	/**
	 * The words of a template for these districts.
	 * @param answers blank → language → words; a language without an answer of its own
	 * gets the Japanese one
	 */
	public Map<String, Message> fill(MessageTemplate template, List<String> districts,
			Map<String, Map<String, String>> answers) {
		Map<String, Map<String, String>> values = new HashMap<>();
		for (String language : template.texts().keySet()) {
			Map<String, String> own = new HashMap<>();
			own.put("districts", this.areas.names(districts, language));
			answers.forEach((name, answer) -> {
				MessageTemplate.Blank blank = template.blanks().get(name);
				String words = words(blank, answer, language);
				own.put(name, words);
				if (blank != null) {
					// The page shows an open blank by its label.
					blank.label().values().forEach((label) -> own.put(label, words));
				}
			});
			values.put(language, own);
		}
		return template.fill(values);
	}

	/** What withdraws an alert, worded for its kind and areas, in its own languages. */
	public Entry withdrawal(MessageTemplate template, Alert old) {
		Kind kind = Kind.of(old);
		List<String> districts = Areas.districts(old);
		Map<String, String> event = new HashMap<>();
		template.texts().keySet().forEach((language) -> event.put(language, kind.event(language)));
		Map<String, Message> messages = new LinkedHashMap<>(fill(template, districts, Map.of("event", event)));
		messages.keySet().removeIf((language) -> old.info(language).isEmpty());
		return new Entry(old.status(), template.kind().about(kind), messages, districts, template.lasts(),
				old.handling());
	}

	/** An answer that is one of the choices is known in all its languages. */
	private static String words(MessageTemplate.@Nullable Blank blank, Map<String, String> answer, String language) {
		String japanese = answer.getOrDefault("ja", "");
		Map<String, String> choice = (blank == null) ? Map.of()
				: blank.choices().stream().filter((one) -> japanese.equals(one.get("ja"))).findFirst().orElse(Map.of());
		return answer.getOrDefault(language, choice.getOrDefault(language, japanese));
	}

	private void read(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			String id = file.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.yaml$", "");
			this.byId.put(id, JSON.convertValue(tree, MessageTemplate.class));
		}
		catch (IOException | JacksonException | org.yaml.snakeyaml.error.YAMLException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

}
