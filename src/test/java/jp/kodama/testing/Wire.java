package jp.kodama.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
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

	private final LiveChannel channel;

	/** The wire of a channel, not yet running. */
	public Wire(LiveChannel channel) {
		this.channel = channel;
		this.camel.getRegistry().bind("channels", channel.channels());
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
					"file:channels/" + this.channel.id() + "/" + this.channel.id() + "-sink.kamelet.yaml"));
		this.camel.start();
		return this;
	}

	/** Hands it a parcel; throws what the wire throws. */
	public void send(Parcel parcel) {
		this.camel.createProducerTemplate().sendBody("kamelet:" + this.channel.id() + "-sink", parcel);
	}

	/** A live parcel of text files, each holding the text given for all. */
	public Parcel.Live parcel(String text, String... names) {
		List<Artifact> artifacts = Stream.of(names)
			.map((name) -> new Artifact(name, "text/plain", "ja", text.getBytes(StandardCharsets.UTF_8), List.of()))
			.toList();
		Alert alert = SampleAlerts.tsunami();
		Delivery delivery = new Delivery("d", alert.identifier(), this.channel.id(), "0", false, 1);
		return new Parcel.Live(delivery, alert, artifacts);
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
