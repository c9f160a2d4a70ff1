package jp.kodama.channel.radio.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;

/**
 * Our end of a call's sound: an even port (RFC 3550, 11). Notices, by what the network
 * answers, that nobody listens at the other end any more.
 */
public final class MediaSocket implements PacketSink, AutoCloseable {

	private static final int TRIES = 50;

	/** So many refusals within a second are not just a slow start. */
	private static final double REFUSED = 10;

	private final DatagramSocket socket;

	/** Refusals, of which a fiftieth is forgotten with every packet. */
	private double refused;

	/** Takes a port. */
	public MediaSocket(InetAddress local) throws IOException {
		this.socket = even(local);
		this.socket.setTrafficClass(0xB8);
	}

	/** Which one. */
	public int port() {
		return this.socket.getLocalPort();
	}

	/** From now on, this is the other end. */
	public void connect(InetSocketAddress peer) throws SocketException {
		this.socket.connect(peer);
	}

	@Override
	public void send(byte[] packet) throws IOException {
		this.refused *= 0.98;
		try {
			this.socket.send(new DatagramPacket(packet, packet.length));
		}
		catch (PortUnreachableException ex) {
			this.refused++;
			if (this.refused > REFUSED) {
				throw new IOException("相手の受信口がありません / nobody listens there any more", ex);
			}
		}
	}

	@Override
	public void close() {
		this.socket.close();
	}

	private static DatagramSocket even(InetAddress local) throws IOException {
		for (int i = 0; i < TRIES; i++) {
			DatagramSocket socket = new DatagramSocket(new InetSocketAddress(local, 0));
			if (socket.getLocalPort() % 2 == 0) {
				return socket;
			}
			socket.close();
		}
		throw new IOException("空きポートがありません / no free port on " + local.getHostAddress());
	}

}
