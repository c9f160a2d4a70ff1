package jp.kodama.channel.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;

import javax.net.SocketFactory;

import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of one connection for Angus, and remembers them: mails travel over
 * the one that was encrypted and signed in over, and a connection is cut at the one below
 * it, where nobody waits for a lock.
 */
final class Plug {

	private volatile @Nullable Socket below;

	private volatile @Nullable Socket top;

	/** For Angus' {@code mail.smtp.socketFactory}. */
	SocketFactory plain() {
		return new Plain(this);
	}

	/**
	 * For Angus' {@code mail.smtp.ssl.socketFactory}.
	 * @param unchecked whether any certificate will do (RFC 7435)
	 */
	SocketFactory tls(boolean unchecked) {
		try {
			return new Tls(this, unchecked);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("TLS: " + ex.getMessage(), ex);
		}
	}

	/** What mails travel over. */
	Socket top() {
		Socket made = this.top;
		if (made == null) {
			throw new IllegalStateException("not connected");
		}
		return made;
	}

	/** Ends whatever waits for it; never waits itself. */
	void cut() {
		Socket made = this.below;
		if (made != null) {
			try {
				made.close();
			}
			catch (IOException ex) {
				// It is closed all the same.
				this.below = null;
			}
		}
	}

	private <T extends Socket> T made(T socket) {
		if (this.below == null) {
			this.below = socket;
		}
		this.top = socket;
		return socket;
	}

	/** Sockets without encryption. */
	private static final class Plain extends SocketFactory {

		private final Plug plug;

		Plain(Plug plug) {
			this.plug = plug;
		}

		@Override
		public Socket createSocket() {
			return this.plug.made(new Socket());
		}

		@Override
		public Socket createSocket(String host, int port) throws IOException {
			return this.plug.made(new Socket(host, port));
		}

		@Override
		public Socket createSocket(InetAddress host, int port) throws IOException {
			return this.plug.made(new Socket(host, port));
		}

		@Override
		public Socket createSocket(String host, int port, InetAddress own, int ownPort) throws IOException {
			return this.plug.made(new Socket(host, port, own, ownPort));
		}

		@Override
		public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) throws IOException {
			return this.plug.made(new Socket(host, port, own, ownPort));
		}

	}

	/** Encrypted sockets: of their own, or over a plain one after STARTTLS. */
	private static final class Tls extends MailSSLSocketFactory {

		private final Plug plug;

		Tls(Plug plug, boolean unchecked) throws GeneralSecurityException {
			this.plug = plug;
			setTrustAllHosts(unchecked);
		}

		@Override
		public synchronized Socket createSocket() throws IOException {
			Socket socket = this.plug.made(super.createSocket());
			// Otherwise closing waits for whoever writes.
			socket.setSoLinger(true, 1);
			return socket;
		}

		@Override
		public synchronized Socket createSocket(Socket below, String host, int port, boolean autoClose)
				throws IOException {
			return this.plug.made(super.createSocket(below, host, port, autoClose));
		}

	}

}
