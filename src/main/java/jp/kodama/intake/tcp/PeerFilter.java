package jp.kodama.intake.tcp;

import java.net.InetSocketAddress;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ipfilter.AbstractRemoteAddressFilter;
import jp.kodama.intake.source.Peers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the connection of whoever may not connect. One for each connection. */
final class PeerFilter extends AbstractRemoteAddressFilter<InetSocketAddress> {

	private static final Logger log = LoggerFactory.getLogger(PeerFilter.class);

	private final Peers peers;

	PeerFilter(Peers peers) {
		this.peers = peers;
	}

	@Override
	protected boolean accept(ChannelHandlerContext context, InetSocketAddress peer) {
		boolean welcome = this.peers.allow(peer);
		if (!welcome) {
			log.warn("{} may not connect to {}", peer, context.channel().localAddress());
		}
		return welcome;
	}

}
