package jp.kodama.channel.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import jp.kodama.channel.sms.provider.ProviderAddress;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.jspecify.annotations.Nullable;

/** One session with an SMSC, bound again after it was lost. */
final class SmppLink {

	private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private final ProviderAddress address;

	private final MessageReceiverListener listener;

	private @Nullable SMPPSession session;

	private Duration wait = FIRST_WAIT;

	private long notBefore = System.nanoTime();

	SmppLink(ProviderAddress address, MessageReceiverListener listener) {
		this.address = address;
		this.listener = listener;
	}

	/**
	 * The session, bound.
	 * @throws IOException if it cannot be, or was tried in vain a moment ago
	 */
	synchronized SMPPSession bound() throws IOException {
		if (this.session == null || !this.session.getSessionState().isBound()) {
			if (System.nanoTime() - this.notBefore < 0) {
				throw new IOException("接続を待っています / was not bound a moment ago");
			}
			this.session = bind();
		}
		return this.session;
	}

	private SMPPSession bind() throws IOException {
		long timeout = this.address.time("timeout").toMillis();
		boolean secure = "smpps".equals(this.address.uri().getScheme());
		SMPPSession fresh = new SMPPSession(
				secure ? SSLSocketConnectionFactory.getInstance() : SocketConnectionFactory.getInstance());
		fresh.setTransactionTimer(timeout);
		fresh.setEnquireLinkTimer(30_000);
		fresh.setMessageReceiverListener(this.listener);
		try {
			int port = this.address.uri().getPort();
			fresh.connectAndBind(this.address.uri().getHost(), (port < 0) ? (secure ? 3550 : 2775) : port,
					new BindParameter(BindType.BIND_TRX, Objects.toString(this.address.uri().getUserInfo(), ""),
							this.address.secret(), this.address.word("system-type", ""), TypeOfNumber.UNKNOWN,
							NumberingPlanIndicator.UNKNOWN, null),
					timeout);
			this.wait = FIRST_WAIT;
			return fresh;
		}
		catch (IOException ex) {
			fresh.close();
			this.notBefore = System.nanoTime() + this.wait.toNanos();
			this.wait = (this.wait.compareTo(LONGEST_WAIT) < 0) ? this.wait.multipliedBy(2) : LONGEST_WAIT;
			throw ex;
		}
	}

	synchronized void close() {
		if (this.session != null) {
			this.session.unbindAndClose();
		}
	}

}
