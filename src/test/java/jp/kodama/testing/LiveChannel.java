package jp.kodama.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * One channel of this project switched to live, with the address, secret and limits of a
 * test: the settings as its wire will read them, and parcels for it.
 *
 * @param channels holds this channel only
 * @param id its id
 */
public record LiveChannel(Channels channels, String id) {

	/** As {@code config/channels.yaml} would configure it. */
	public static LiveChannel of(String id, String address, String secret, Map<String, ?> limits) {
		try {
			Path root = Files.createTempDirectory("kodama-" + id);
			Path hidden = root.resolve("secret");
			Files.createDirectories(root.resolve("config"));
			Files.createSymbolicLink(root.resolve("channels"), Path.of("channels").toAbsolutePath());
			StringBuilder yaml = new StringBuilder("kodama.channels.%s:\n".formatted(id));
			yaml.append("  mode: live\n  address: %s\n".formatted(address));
			if (!secret.isEmpty()) {
				Files.writeString(hidden, secret + "\n");
				yaml.append("  secret: file:%s\n".formatted(hidden));
			}
			yaml.append("  limits:\n    test: true\n");
			limits.forEach((name, value) -> yaml.append("    %s: \"%s\"\n".formatted(name, value)));
			Files.writeString(root.resolve("config/channels.yaml"), yaml);
			return new LiveChannel(Channels.load(root), id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its settings. */
	public ChannelSettings settings() {
		return this.channels.get(this.id);
	}

	/**
	 * Gives a parcel to its Kamelet, as the delivery route does, with a wire bound under
	 * the name the Kamelet calls it by. What the Kamelet throws comes as Camel's
	 * exception.
	 */
	public Object through(String name, Object wire, Parcel parcel) throws Exception {
		try (DefaultCamelContext camel = new DefaultCamelContext()) {
			camel.getRegistry().bind(name, wire);
			PluginHelper.getRoutesLoader(camel)
				.loadRoutes(ResourceHelper.resolveMandatoryResource(camel,
						"file:" + settings().folder().resolve(this.id + "-sink.kamelet.yaml")));
			camel.start();
			return camel.createProducerTemplate().requestBody("kamelet:" + this.id + "-sink", parcel);
		}
	}

	/** The drill parcel of the same recipients. */
	public Parcel.Rehearsal rehearsal(Parcel.Live live) {
		Delivery real = live.delivery();
		return new Parcel.Rehearsal(new Delivery(real.id(), real.alert(), real.channel(), real.batch(), true, 1),
				live.alert(), live.artifacts());
	}

	/** Recipients 1, 2, 3 … who read Japanese. */
	public List<Recipient> recipients(String... addresses) {
		List<Recipient> recipients = new ArrayList<>();
		for (String address : addresses) {
			recipients.add(new Recipient(recipients.size() + 1, this.id, address, "ja", "住吉", false));
		}
		return recipients;
	}

	/** What its composer would be asked. */
	public Composition plan(Alert alert, List<Recipient> to) {
		return new Composition(Delivery.id(alert.identifier(), this.id, "0"), alert, Board.of(List.of(alert)),
				settings().profile(), to, SampleAlerts.SENT.toInstant());
	}

	/** An alert composed and ready for its wire. */
	public Parcel.Live parcel(Composer composer, Alert alert, List<Recipient> to) {
		Composition plan = plan(alert, to);
		return new Parcel.Live(new Delivery(plan.deliveryId(), alert.identifier(), this.id, "0", false, 1), alert,
				composer.compose(plan));
	}

}
