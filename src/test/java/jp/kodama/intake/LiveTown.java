package jp.kodama.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jp.kodama.KodamaApplication;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Renderer;
import jp.kodama.testing.CountedPort;
import jp.kodama.testing.Town;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A town with every channel of this project live: what leads to a mail server leads to
 * one, what leads to a provider leads to an HTTP server, what leads to a folder leads to
 * one, each of them real, listening and counted. A channel's entry in
 * {@code config/channels.yaml} says by its scheme which it is.
 */
final class LiveTown implements AutoCloseable {

	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final HttpServer provider;

	private final Map<String, CountedPort> ports = new LinkedHashMap<>();

	private final Map<String, Path> folders = new LinkedHashMap<>();

	private final ConfigurableApplicationContext kodama;

	LiveTown(Path folder) throws IOException {
		this.mail.start();
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.provider.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] answer = "{\"sid\":\"SM01\",\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		this.provider.start();
		// Camel does not look for routes behind a link.
		Path root = Town.in(folder.resolve("root")).root();
		link(Path.of("config"), root.resolve("config"));
		Files.createSymbolicLink(root.resolve("channels"), Path.of("channels").toAbsolutePath());
		Files.writeString(root.resolve("config/channels.yaml"), entries(folder));
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class).run(
				"--spring.config.additional-location=file:config/", "--kodama.home=" + folder.resolve("home"),
				"--kodama.root=" + root, "--server.port=0", "--camel.main.shutdown-timeout=1",
				"--kodama.probe-first=86400000", "--kodama.parts=" + Path.of(".parts").toAbsolutePath());
		residents();
	}

	/** Its sinks on the network, by channel. */
	Map<String, CountedPort> ports() {
		return this.ports;
	}

	/** The channels that this machine has every part for: a voice may be missing. */
	List<String> able() {
		return bean(Channels.class).all()
			.stream()
			.map(ChannelSettings::id)
			.filter((channel) -> bean(Renderer.class).unavailable(channel).isEmpty())
			.toList();
	}

	/** What lies in the folders of those of its sinks that can get anything. */
	Map<String, Long> files() {
		Map<String, Long> files = new LinkedHashMap<>();
		List<String> able = able();
		this.folders.forEach((channel, folder) -> {
			if (!able.contains(channel)) {
				return;
			}
			try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
				files.put(channel, all.filter(Files::isRegularFile).count());
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		return files;
	}

	/** Nothing in force, nothing taken. */
	void forget() {
		JdbcClient jdbc = bean(JdbcClient.class);
		List.of("intake", "statement", "alert", "fan_out", "delivery")
			.forEach((table) -> jdbc.sql("DELETE FROM " + table).update());
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.kodama.getEnvironment().getProperty("local.server.port") + path);
	}

	<T> T bean(Class<T> type) {
		return this.kodama.getBean(type);
	}

	@Override
	public void close() throws IOException {
		this.kodama.close();
		this.mail.stop();
		this.provider.stop(0);
		for (CountedPort port : this.ports.values()) {
			port.close();
		}
	}

	private String entries(Path folder) throws IOException {
		StringBuilder yaml = new StringBuilder("kodama:\n  channels:\n");
		Path secret = Files.writeString(folder.resolve("secret"), "only-for-tests\n");
		for (var channel : Channels.load(Path.of("")).all()) {
			String scheme = channel.address().replaceFirst(":.*", "");
			String limits = "";
			String address = switch (scheme) {
				case "" -> "";
				case "smtp" -> {
					limits = "from: bosai@anamizu.test";
					yield "smtp://127.0.0.1:" + counted(channel.id(), this.mail.getSmtp().getPort());
				}
				case "https" -> {
					limits = "account: AC00, from: '+81500000000'";
					yield "http://127.0.0.1:" + counted(channel.id(), this.provider.getAddress().getPort());
				}
				case "file" -> {
					Path sink = folder.resolve("live").resolve(channel.id());
					this.folders.put(channel.id(), sink);
					yield "file:" + sink;
				}
				default -> throw new IllegalStateException("no sink is made here for " + channel.address());
			};
			yaml.append("    %s: {mode: live, address: '%s', secret: 'file:%s', limits: {%s}}%n".formatted(channel.id(),
					address, secret, limits));
		}
		return yaml.toString();
	}

	private int counted(String channel, int behind) throws IOException {
		CountedPort port = new CountedPort(behind);
		this.ports.put(channel, port);
		return port.port();
	}

	/** People who are not samples, so that a live wire has somebody to reach. */
	private void residents() {
		long id = 900_000;
		for (var channel : bean(Channels.class).all()) {
			if (channel.own().recipients()) {
				bean(JdbcClient.class).sql("""
						INSERT INTO recipient (id, channel, address, language, district, sample)
						VALUES (?, ?, ?, 'ja', '', 0)""")
					.params(++id, channel.id(), channel.own().sampleAddress().replace('N', '9'))
					.update();
			}
		}
	}

	private static void link(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.list(from.toAbsolutePath())) {
			for (Path one : all.toList()) {
				Path there = to.resolve(one.getFileName().toString());
				if (!Files.exists(there) && !there.endsWith("channels.yaml")) {
					Files.createSymbolicLink(there, one);
				}
			}
		}
	}

}
