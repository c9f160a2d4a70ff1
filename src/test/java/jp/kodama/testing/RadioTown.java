package jp.kodama.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.KodamaApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A running engine of a town that listens to its radio: the project's own channels,
 * routes and settings, with the monitors of a story.
 *
 * @param context its beans
 * @param home its state folder
 */
public record RadioTown(ConfigurableApplicationContext context, Path home) implements AutoCloseable {

	/**
	 * Starts one.
	 * @param backchannel what stands under {@code kodama.backchannel}
	 * @param beans name and bean, in turn, to add
	 */
	public static RadioTown start(Path folder, String backchannel, Object... beans) throws IOException {
		Path root = Files.createDirectories(folder.resolve("root"));
		for (String part : List.of("channels", "routes", "config")) {
			FileSystemUtils.copyRecursively(Path.of(part), root.resolve(part));
		}
		Files.writeString(root.resolve("config/monitors.yaml"), "kodama:\n  backchannel:\n" + backchannel.indent(4));
		Path channels = root.resolve("config/channels.yaml");
		// Said once: what is waited for is over sooner.
		Files.writeString(channels, Files.readString(channels)
			.replaceFirst("(?m)^    radio:\\R", "    radio:\n      limits: {repeat: 1}\n"));
		Path home = folder.resolve("home");
		List<String> arguments = new ArrayList<>(List.of("--spring.config.additional-location=file:config/",
				"--kodama.home=" + home, "--kodama.root=" + root, "--server.port=0",
				"--kodama.parts=" + System.getenv().getOrDefault("KODAMA_PARTS", ".parts"),
				"--camel.main.shutdown-timeout=1", "--kodama.probe-first=86400000", "--kodama.air-check-every=300"));
		return new RadioTown(new SpringApplicationBuilder(KodamaApplication.class).initializers((context) -> {
			for (int i = 0; i < beans.length; i += 2) {
				context.getBeanFactory().registerSingleton((String) beans[i], beans[i + 1]);
			}
		}).run(arguments.toArray(String[]::new)), home);
	}

	/** One of its beans. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Its HTTP port. */
	public int port() {
		return Integer.parseInt(String.valueOf(this.context.getEnvironment().getProperty("local.server.port")));
	}

	/** Puts a file into a folder as whoever records does: whole or not at all. */
	public static void drop(Path folder, String name, byte[] bytes) throws IOException {
		Files.createDirectories(folder);
		Path part = folder.resolve("." + name + ".part");
		Files.write(part, bytes);
		Files.move(part, folder.resolve(name));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
