package jp.kodama.channel.radio.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** A multicast group that paging speakers listen to, on one interface of this machine. */
public final class MulticastGroup implements PacketSink, AutoCloseable {

	private final DatagramChannel channel;

	private final InetSocketAddress group;

	/**
	 * Opens the way to it.
	 * @param group its address and port
	 * @param networkInterface eth0, …: where its packets leave
	 * @param ttl how many routers they may pass
	 * @throws IOException if the interface is not there or down
	 */
	public MulticastGroup(InetSocketAddress group, String networkInterface, int ttl) throws IOException {
		InetAddress address = group.getAddress();
		if (address == null || !address.isMulticastAddress()) {
			throw new IllegalArgumentException("マルチキャストアドレスではありません / not a multicast address: " + group);
		}
		NetworkInterface out = NetworkInterface.getByName(networkInterface);
		if (out == null || !out.isUp()) {
			throw new IOException("ネットワークがありません / no such network, or it is down: " + networkInterface);
		}
		this.group = group;
		this.channel = DatagramChannel
			.open((address.getAddress().length == 4) ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
		try {
			this.channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, out);
			this.channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
			// Expedited forwarding (RFC 3246), as for any voice.
			this.channel.setOption(StandardSocketOptions.IP_TOS, 0xB8);
		}
		catch (IOException ex) {
			this.channel.close();
			throw ex;
		}
	}

	@Override
	public void send(byte[] packet) throws IOException {
		this.channel.send(ByteBuffer.wrap(packet), this.group);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
