package jp.kodama.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A municipality's folder for one test: the real routes, and channels made for the test.
 */
public final class Town {

	private final Path root;

	private final StringBuilder enabled = new StringBuilder("kodama:\n  channels:\n");

	private Town(Path root) {
		this.root = root;
	}

	/** An empty one that has the project's own routes, areas and policy. */
	public static Town in(Path root) {
		copy(Path.of("routes"), root.resolve("routes"));
		copy(Path.of("config/areas"), root.resolve("config/areas"));
		copy(Path.of("config/policy"), root.resolve("config/policy"));
		return new Town(root);
	}

	private static void copy(Path from, Path to) {
		try (Stream<Path> files = Files.list(from)) {
			Files.createDirectories(to);
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds a live channel that needs no Java: one folder and one entry.
	 * @param wire the Kamelet's steps after its check, each a YAML list item
	 */
	public Town with(String channel, String... wire) {
		write("channels/" + channel + "/channel.yaml", """
				title: {ja: %1$s, en: %1$s}
				languages: [ja]
				recipients: false
				idempotent: true
				evidence: HANDED_OVER
				depends-on: [power]
				retry: {first: 100ms, cap: 1s}
				""".formatted(channel));
		write("channels/" + channel + "/templates/text.txt", "[(${w.headline()})] [(${w.action()})]");
		write("channels/" + channel + "/" + channel + "-sink.kamelet.yaml", """
				apiVersion: camel.apache.org/v1
				kind: Kamelet
				metadata:
				  name: %s-sink
				spec:
				  template:
				    from:
				      uri: kamelet:source
				      steps:
				        - validate: {expression: {simple: "${body} is 'jp.kodama.delivery.Parcel$Live'"}}
				%s
				""".formatted(channel,
				String.join("\n", List.of(wire).stream().map((step) -> "        " + step).toList())));
		this.enabled.append("    ").append(channel).append(": {mode: live, address: none}\n");
		write("config/channels.yaml", this.enabled.toString());
		return this;
	}

	/** Its folder. */
	public Path root() {
		return this.root;
	}

	private void write(String file, String text) {
		try {
			Path path = this.root.resolve(file);
			Files.createDirectories(path.getParent());
			Files.writeString(path, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
