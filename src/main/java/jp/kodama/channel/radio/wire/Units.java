package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jp.kodama.channel.radio.sip.SipPhone;
import jp.kodama.channel.radio.Zone;
import jp.kodama.delivery.ChannelSettings;
import org.apache.camel.CamelContext;

/** Makes the units that a channel's address names. */
final class Units implements AutoCloseable {

	private final CamelContext camel;

	private final MeterRegistry meters;

	private final SipPhone phone = new SipPhone();

	Units(CamelContext camel, MeterRegistry meters) {
		this.camel = camel;
		this.meters = meters;
	}

	/**
	 * All of them in some zones, in their order.
	 * @throws IllegalArgumentException that tells an operator what is wrong with which
	 * @throws IOException if a host is not known
	 */
	List<Unit> of(ChannelSettings channel, List<Zone> zones) throws IOException {
		List<Unit> units = new ArrayList<>();
		for (UnitAddress address : UnitAddress.list(channel.address(), zones)) {
			units.add(unit(address, channel));
		}
		return units;
	}

	private Unit unit(UnitAddress address, ChannelSettings channel) throws IOException {
		Unit bare = switch (address.scheme()) {
			case "sip" ->
				new SipUnit(address.only(with(SipUnit.OPTIONS)), this.phone, channel::secret, lateness("sip"));
			case "rtp-multicast" -> new MulticastUnit(address.only(with(MulticastUnit.OPTIONS)), lateness("multicast"));
			default -> new FileDrop(this.camel, without(address));
		};
		return address.options().containsKey("contact") ? new ContactedUnit(bare, address) : bare;
	}

	private static Set<String> with(Set<String> own) {
		Set<String> all = new HashSet<>(own);
		all.addAll(ContactedUnit.OPTIONS);
		return all;
	}

	/** What is left is for Camel, which refuses what it does not know. */
	private static UnitAddress without(UnitAddress address) {
		Map<String, String> rest = new HashMap<>(address.options());
		rest.keySet().removeAll(ContactedUnit.OPTIONS);
		return new UnitAddress(address.target(), rest);
	}

	/** How late packets leave: the part of jitter (RFC 3550, 6.4.1) that is ours. */
	private Timer lateness(String wire) {
		return Timer.builder("kodama.radio.rtp.lateness")
			.description("how long after its 20 ms deadline a packet left")
			.tag("wire", wire)
			.publishPercentiles(0.5, 0.99)
			.distributionStatisticExpiry(Duration.ofMinutes(10))
			.register(this.meters);
	}

	@Override
	public void close() {
		this.phone.close();
	}

}
