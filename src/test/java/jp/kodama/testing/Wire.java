package jp.kodama.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * One channel's Kamelet, live, in a Camel of its own: nothing else of the engine runs.
 */
public final class Wire implements AutoCloseable {

	private final CamelContext camel = new DefaultCamelContext();

	private final String channel;

	private final Channels channels;

	/**
	 * A wire that leads to an address.
	 * @param folder where to put a configuration with this channel only
	 */
	public Wire(String channel, Path folder, String address) throws IOException {
		this.channel = channel;
		Path own = folder.resolve("channels").resolve(channel);
		Files.createDirectories(own);
		Files.createDirectories(folder.resolve("config"));
		Files.copy(Path.of("channels", channel, "channel.yaml"), own.resolve("channel.yaml"));
		Files.writeString(folder.resolve("config/channels.yaml"),
				"kodama: {channels: {" + channel + ": {mode: live, address: \"" + address + "\"}}}");
		this.channels = Channels.load(folder);
		this.camel.getRegistry().bind("channels", this.channels);
	}

	/** The configuration that this wire has. */
	public Channels channels() {
		return this.channels;
	}

	/** Adds a bean that the Kamelet names. */
	public Wire with(String name, Object bean) {
		this.camel.getRegistry().bind(name, bean);
		return this;
	}

	/** Loads the Kamelet from the channel's folder. */
	public Wire start() throws Exception {
		PluginHelper.getRoutesLoader(this.camel)
			.loadRoutes(ResourceHelper.resolveMandatoryResource(this.camel,
					"file:channels/" + this.channel + "/" + this.channel + "-sink.kamelet.yaml"));
		this.camel.start();
		return this;
	}

	/** Hands it a parcel; throws what the wire throws. */
	public void send(Parcel parcel) {
		this.camel.createProducerTemplate().sendBody("kamelet:" + this.channel + "-sink", parcel);
	}

	/** A live parcel of text files, each holding the text given for all. */
	public Parcel.Live parcel(String text, String... names) {
		List<Artifact> artifacts = Stream.of(names)
			.map((name) -> new Artifact(name, "text/plain", "ja", text.getBytes(StandardCharsets.UTF_8), List.of()))
			.toList();
		Delivery delivery = new Delivery("17461-tsunami." + this.channel + ".0", "17461-tsunami", this.channel, "0",
				false, 1);
		return new Parcel.Live(delivery, SampleAlerts.tsunami(), artifacts);
	}

	/** The same parcel, as a rehearsal. */
	public static Parcel.Rehearsal rehearsed(Parcel.Live live) {
		return new Parcel.Rehearsal(live.delivery(), live.alert(), live.artifacts());
	}

	@Override
	public void close() {
		this.camel.stop();
	}

}
