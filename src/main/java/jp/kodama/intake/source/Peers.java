package jp.kodama.intake.source;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;

/**
 * Who may connect: addresses and networks; none given: everybody who reaches the port.
 */
public final class Peers {

	private final List<IpSubnetFilterRule> allowed = new ArrayList<>();

	/**
	 * Those of a source's option {@code peers}.
	 * @throws IllegalStateException naming what is none
	 */
	public static Peers of(SourceSettings settings) {
		try {
			return new Peers(settings.option("peers"));
		}
		catch (IllegalArgumentException ex) {
			throw settings.broken("options.peers", String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Reads them.
	 * @param list {@code 192.0.2.7, 10.1.0.0/16, 2001:db8::/32}
	 * @throws IllegalArgumentException naming what is none
	 */
	Peers(String list) {
		for (String one : list.split("[,\\s]+")) {
			if (!one.isEmpty()) {
				this.allowed.add(rule(one));
			}
		}
	}

	/** Whether an address may connect. */
	public boolean allow(InetSocketAddress peer) {
		return this.allowed.isEmpty() || this.allowed.stream().anyMatch((rule) -> rule.matches(peer));
	}

	private static IpSubnetFilterRule rule(String one) {
		try {
			if (!one.matches("[0-9a-fA-F:.]+(/\\d+)?")) {
				throw new IllegalArgumentException("not an address");
			}
			String[] parts = one.split("/");
			int whole = parts[0].contains(":") ? 128 : 32;
			return new IpSubnetFilterRule(parts[0], (parts.length > 1) ? Integer.parseInt(parts[1]) : whole,
					IpFilterRuleType.ACCEPT);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'" + one + "' is no address or network: " + ex.getMessage(), ex);
		}
	}

}
