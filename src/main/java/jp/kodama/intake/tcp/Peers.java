package jp.kodama.intake.tcp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ipfilter.AbstractRemoteAddressFilter;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may connect: addresses and networks; none given: everybody who reaches the port.
 */
final class Peers {

	private static final Logger log = LoggerFactory.getLogger(Peers.class);

	private final List<IpSubnetFilterRule> allowed = new ArrayList<>();

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
	boolean allow(InetSocketAddress peer) {
		return this.allowed.isEmpty() || this.allowed.stream().anyMatch((rule) -> rule.matches(peer));
	}

	/** Closes the connection of anybody else. One for each connection. */
	ChannelHandler filter() {
		return new AbstractRemoteAddressFilter<InetSocketAddress>() {
			@Override
			protected boolean accept(ChannelHandlerContext context, InetSocketAddress peer) {
				boolean welcome = allow(peer);
				if (!welcome) {
					log.warn("{} may not connect to {}", peer, context.channel().localAddress());
				}
				return welcome;
			}
		};
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
