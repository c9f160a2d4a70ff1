package jp.kodama.delivery;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Before the routes run: settles what the last stop left in hand, loads the Kamelet of
 * every enabled channel and gives each channel its two lanes. A Kamelet that is broken
 * stops the start, with its file and line: at its first alert would be too late.
 */
@Component
class Start implements CamelContextConfiguration {

	private static final Logger log = LoggerFactory.getLogger(Start.class);

	private final Channels channels;

	private final Recovery recovery;

	private final Path root;

	Start(Channels channels, Recovery recovery, @Value("${kodama.root}") Path root) {
		this.channels = channels;
		this.recovery = recovery;
		this.root = root;
	}

	@Override
	public void beforeApplicationStart(CamelContext camel) {
		springDecides(camel);
		this.recovery.recover();
		load(camel, this.root.resolve("routes/rehearsal-sink.kamelet.yaml"));
		for (ChannelSettings channel : this.channels.all()) {
			load(camel, channel.folder().resolve(channel.id() + "-sink.kamelet.yaml"));
		}
		for (ChannelSettings channel : this.channels.all()) {
			ChannelSettings.Threads threads = channel.own().threads();
			lane(camel, channel, Announcement.URGENT, channel.own().standing() ? 1 : threads.urgent());
			lane(camel, channel, Announcement.ROUTINE, threads.routine());
		}
	}

	@Override
	public void afterApplicationStart(CamelContext camel) {
		log.info("channels: {}",
				this.channels.all()
					.stream()
					.map((channel) -> channel.id() + (channel.live() ? " live" : " rehearsal"))
					.collect(Collectors.joining(", ")));
	}

	/**
	 * {@code {{kodama.home}}} in a route means what Spring says. Camel by itself would
	 * ask the environment first: a KODAMA_HOME there would win over
	 * {@code --kodama.home}, and a test would read a town's inbox.
	 */
	private static void springDecides(CamelContext camel) {
		if (camel.getPropertiesComponent() instanceof PropertiesComponent properties) {
			properties.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_FALLBACK);
			properties.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_FALLBACK);
		}
	}

	private static void lane(CamelContext camel, ChannelSettings channel, String lane, int threads) {
		try {
			TemplatedRouteBuilder.builder(camel, "deliver")
				.routeId("deliver-" + channel.id() + "-" + lane)
				.parameter("channel", channel.id())
				.parameter("lane", lane)
				.parameter("threads", threads)
				.add();
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					channel.folder().resolve(channel.id() + "-sink.kamelet.yaml") + ": " + rootMessage(ex), ex);
		}
	}

	private static void load(CamelContext camel, Path kamelet) {
		try {
			RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
			loader.loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + kamelet));
		}
		catch (Exception ex) {
			throw new IllegalStateException(kamelet + ": " + rootMessage(ex), ex);
		}
	}

	private static String rootMessage(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage());
	}

}
