package jp.kodama.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.KodamaApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A whole engine in this process, so that what officers are shown can be seen at once. */
final class Town implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	/** With these monitors: what stands under {@code kodama.backchannel}. */
	Town(Path folder, String backchannel) throws IOException {
		Path project = Path.of(System.getenv().getOrDefault("KODAMA_ROOT", "."));
		Path root = Files.createDirectories(folder.resolve("root"));
		for (String part : new String[] { "channels", "routes", "config" }) {
			FileSystemUtils.copyRecursively(project.resolve(part), root.resolve(part));
		}
		Files.writeString(root.resolve("config/monitors.yaml"), "kodama:\n  backchannel:\n" + backchannel.indent(4));
		String parts = System.getenv().getOrDefault("KODAMA_PARTS", project.resolve(".parts").toString());
		this.context = new SpringApplicationBuilder(KodamaApplication.class).run(
				"--spring.config.additional-location=file:" + root + "/config/", "--kodama.root=" + root,
				"--kodama.home=" + folder.resolve("home"), "--kodama.parts=" + parts, "--server.port=0",
				"--camel.main.shutdown-timeout=1", "--kodama.probe-first=86400000");
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
