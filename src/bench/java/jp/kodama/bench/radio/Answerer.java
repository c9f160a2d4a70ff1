package jp.kodama.bench.radio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A telephone that answers at once, notes when the first packet of sound comes, and hangs
 * up: the rest of the broadcast is of no interest here.
 */
final class Answerer {

	private final DatagramSocket signals = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

	private final DatagramSocket media = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

	private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

	Answerer() throws IOException {
		Thread thread = new Thread(this::listen, "answerer");
		thread.setDaemon(true);
		thread.setPriority(Thread.MAX_PRIORITY);
		thread.start();
	}

	/** How it is called. */
	String uri() {
		return "sip:bench@127.0.0.1:" + this.signals.getLocalPort();
	}

	/** The next call: waits for it. */
	Call next() throws InterruptedException {
		return this.calls.take();
	}

	/** Forgets calls that nobody asked about. */
	void forget() {
		this.calls.clear();
	}

	private void listen() {
		byte[] buffer = new byte[65536];
		while (true) {
			try {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				this.signals.receive(packet);
				long now = System.nanoTime();
				String message = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
				if (message.startsWith("INVITE ")) {
					answer(message, packet, now);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void answer(String invite, DatagramPacket from, long rang) throws IOException {
		String description = "v=0\r\no=b 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
				+ this.media.getLocalPort() + " RTP/AVP 0\r\n";
		send(from, "SIP/2.0 200 OK\r\n" + lines(invite, "via") + lines(invite, "from") + lines(invite, "to").strip()
				+ ";tag=b\r\n" + lines(invite, "call-id") + lines(invite, "cseq") + "Contact: <" + uri()
				+ ">\r\nContent-Type: application/sdp\r\nContent-Length: " + description.length() + "\r\n\r\n"
				+ description);
		this.media.receive(new DatagramPacket(new byte[2048], 2048));
		this.calls.add(new Call(rang, System.nanoTime()));
		Matcher contact = Pattern.compile("(?im)^contact:.*<([^>]*)>").matcher(invite);
		if (contact.find()) {
			send(from, "BYE " + contact.group(1) + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + this.signals.getLocalPort()
					+ ";branch=z9hG4bK" + System.nanoTime() + "\r\nFrom:" + value(invite, "to") + ";tag=b\r\nTo:"
					+ value(invite, "from") + "\r\n" + lines(invite, "call-id")
					+ "CSeq: 1 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
		}
		// What is still on its way belongs to this call.
		this.media.setSoTimeout(100);
		try {
			while (true) {
				this.media.receive(new DatagramPacket(new byte[2048], 2048));
			}
		}
		catch (java.net.SocketTimeoutException ex) {
			this.media.setSoTimeout(0);
		}
	}

	private void send(DatagramPacket to, String message) throws IOException {
		byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
		this.signals.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
	}

	private static String lines(String message, String name) {
		return message.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
			.map((line) -> line + "\r\n")
			.collect(Collectors.joining());
	}

	private static String value(String message, String name) {
		return lines(message, name).substring(name.length() + 1).strip();
	}

	/**
	 * One call.
	 *
	 * @param rang when we were called, {@link System#nanoTime()}
	 * @param sound when its first packet of sound came
	 */
	record Call(long rang, long sound) {
	}

}
