package jp.kodama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the files under {@code docker/} to what can be said of them without a container
 * engine.
 */
class ContainerTests {

	private static final Path DOCKER = Path.of("docker");

	private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|SECRET|KEY)$");

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void everyPublishedPortIsOnLoopback(String file) throws IOException {
		services(file).forEach((name, service) -> assertThat(list(service, "ports")).as(name)
			.allSatisfy((port) -> assertThat(port).asString().startsWith("127.0.0.1:")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void noPasswordIsWrittenDownOrHasADefault(String file) throws IOException {
		services(file).forEach((name, service) -> map(service, "environment").forEach((key, value) -> {
			if (SECRET.matcher(key).matches()) {
				assertThat(value).as(name + "." + key).asString().matches("\\$\\{[A-Z_]+:\\?[^}]+}");
			}
		}));
		assertThat(Files.readAllLines(DOCKER.resolve("cluster.env.example"))).contains("KODAMA_DB_PASSWORD=");
	}

	@Test
	void theClusterRunsTheSameImageWithOtherSettings() throws IOException {
		Map<String, Object> box = service("compose.yaml", "kodama");
		Map<String, Object> one = service("compose.cluster.yaml", "node-1");
		Map<String, Object> two = service("compose.cluster.yaml", "node-2");
		assertThat(one.get("image")).isEqualTo(box.get("image"));
		assertThat(one.get("environment")).isEqualTo(two.get("environment"));
		assertThat(map(one, "environment")).containsEntry("KODAMA_QUEUE", "kafka");
		assertThat(one.get("hostname")).isNotEqualTo(two.get("hostname"));
	}

	@Test
	void theImageRunsAsNobodySpecialAndSaysWhetherItIsWell() throws IOException {
		List<String> lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));
		int lastStage = lastIndexOf(lines, "FROM ");
		assertThat(lines.subList(lastStage, lines.size())).contains("USER kodama")
			.anyMatch((line) -> line.startsWith("HEALTHCHECK ") && line.contains("\"ready\""))
			.contains("ENTRYPOINT [\"/opt/kodama/kodama\"]");
		assertThat(lastIndexOf(lines, "USER ")).isGreaterThan(lastIndexOf(lines, "RUN "));
	}

	@Test
	void whatTheImageCopiesIsThere() throws IOException {
		for (String line : Files.readAllLines(DOCKER.resolve("Dockerfile"))) {
			if (line.startsWith("COPY --from=build ")) {
				String[] words = line.substring("COPY --from=build ".length()).split(" ");
				List.of(words)
					.subList(0, words.length - 1)
					.stream()
					.map((word) -> Path.of(word.replace("/opt/kodama/", "")))
					.filter((path) -> !path.startsWith("target") && !path.startsWith(".parts"))
					.forEach((path) -> assertThat(path).exists());
			}
		}
	}

	private static int lastIndexOf(List<String> lines, String start) {
		int found = -1;
		for (int i = 0; i < lines.size(); i++) {
			found = lines.get(i).startsWith(start) ? i : found;
		}
		return found;
	}

	private static Map<String, Object> service(String file, String name) throws IOException {
		return Objects.requireNonNull(services(file).get(name), name);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> services(String file) throws IOException {
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		Map<String, Object> document = new Yaml(new SafeConstructor(strict))
			.load(Files.readString(DOCKER.resolve(file)));
		return new TreeMap<>((Map<String, Map<String, Object>>) document.get("services"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> service, String key) {
		return (Map<String, Object>) service.getOrDefault(key, Map.of());
	}

	@SuppressWarnings("unchecked")
	private static List<Object> list(Map<String, Object> service, String key) {
		return (List<Object>) service.getOrDefault(key, List.of());
	}

}
