package jp.kodama.channel.radio.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TooManyListenersException;

import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.address.AddressFactoryImpl;
import org.jspecify.annotations.Nullable;

/**
 * This machine's telephone: one SIP stack, kept, because each one leaves a thread behind
 * (JAIN-SIP 1.3.0-91). It listens on a free port of whichever address leads to a callee.
 * Thread-safe.
 */
public final class SipPhone implements AutoCloseable {

	private final Switchboard switchboard = new Switchboard();

	private final Map<String, Line> lines = new HashMap<>();

	private @Nullable SipStackImpl stack;

	/**
	 * Prepares a call; nothing leaves yet.
	 * @throws IllegalArgumentException if the callee's URI is not one
	 * @throws IOException if there is no way to it
	 */
	public SipCall call(Callee callee) throws IOException {
		SipURI uri = uri(callee.uri());
		InetAddress local = towards(uri);
		return new SipCall(line(local, transport(uri)), this.switchboard, callee, uri);
	}

	private static SipURI uri(String text) {
		try {
			if (new AddressFactoryImpl().createURI(text) instanceof SipURI uri && !uri.isSecure()
					&& uri.getUser() != null) {
				return uri;
			}
		}
		catch (ParseException ex) {
			// Said below.
		}
		throw new IllegalArgumentException("sip:名前@機器 の形ではありません / not of the form sip:user@host: " + text);
	}

	private static String transport(SipURI uri) {
		String named = uri.getTransportParam();
		String transport = (named != null) ? named.toLowerCase(Locale.ROOT)
				: ListeningPoint.UDP.toLowerCase(Locale.ROOT);
		if (!transport.equals("udp") && !transport.equals("tcp")) {
			throw new IllegalArgumentException("udp か tcp だけです / udp or tcp only: " + transport);
		}
		return transport;
	}

	/** The address of ours from which the callee is reached. */
	private static InetAddress towards(SipURI uri) throws IOException {
		InetAddress host = InetAddress.getByName(uri.getHost());
		try (DatagramSocket probe = new DatagramSocket()) {
			probe.connect(new InetSocketAddress(host, 5060));
			return probe.getLocalAddress();
		}
	}

	private synchronized Line line(InetAddress local, String transport) throws IOException {
		String key = local.getHostAddress() + "/" + transport;
		Line line = this.lines.get(key);
		if (line == null) {
			line = open(local, transport);
			this.lines.put(key, line);
		}
		return line;
	}

	private Line open(InetAddress local, String transport) throws IOException {
		try {
			if (this.stack == null) {
				this.stack = stack();
			}
			int port;
			try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(local, 0))) {
				port = free.getLocalPort();
			}
			ListeningPoint point = this.stack.createListeningPoint(local.getHostAddress(), port, transport);
			SipProvider provider = this.stack.createSipProvider(point);
			provider.addSipListener(this.switchboard);
			return new Line(provider, local, port, transport);
		}
		catch (SipException | javax.sip.InvalidArgumentException | TooManyListenersException ex) {
			throw new IOException("SIP: " + ex.getMessage(), ex);
		}
	}

	private static SipStackImpl stack() throws SipException {
		Properties settings = new Properties();
		// Also the name of its logger, which application.yaml turns off: it logs whole
		// messages, proofs of passwords among them.
		settings.setProperty("javax.sip.STACK_NAME", "jain-sip");
		settings.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
		settings.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", "65536");
		SipStackImpl stack = new SipStackImpl(settings);
		stack.start();
		return stack;
	}

	@Override
	public synchronized void close() {
		if (this.stack != null) {
			this.stack.stop();
			this.stack = null;
		}
		this.lines.clear();
	}

}
