package jp.kodama.channel.radio.sip;

import java.net.InetAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;

import jp.kodama.channel.radio.rtp.Codec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of ours, used by one thread: {@link #invite}, sound, {@link #hangUp},
 * {@link #close}. Each step has a time limit, whatever the other end does.
 */
public final class SipCall implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SipCall.class);

	/** How long the end of a call may take. */
	private static final Duration END = Duration.ofSeconds(4);

	private final Line line;

	private final Switchboard switchboard;

	private final Callee callee;

	private final SipURI uri;

	private final String id = UUID.randomUUID().toString();

	private final Mailbox mailbox = new Mailbox();

	private @Nullable Invitation invitation;

	private @Nullable Dialog dialog;

	private final Session session;

	SipCall(Line line, Switchboard switchboard, Callee callee, SipURI uri) {
		this.line = line;
		this.switchboard = switchboard;
		this.callee = callee;
		this.uri = uri;
		this.session = new Session(line, callee.caller());
		switchboard.connect(this.id, this);
	}

	/** Its Call-ID. */
	public String id() {
		return this.id;
	}

	/** Our address, as the callee sees it. */
	public InetAddress local() {
		return this.line.local();
	}

	/**
	 * Calls, and returns once answered.
	 * @param mediaPort where we take sound
	 * @param codecs what we can speak, the best first
	 */
	public Answer invite(int mediaPort, List<Codec> codecs) throws CallFailed, InterruptedException {
		String offer = this.session.offer(mediaPort, codecs);
		this.invitation = new Invitation(this.line, this.mailbox, this.callee);
		try {
			ResponseEvent answered = this.invitation.ring(this.line.invite(this.callee, this.uri, this.id, offer));
			this.dialog = answered.getDialog();
			return this.session.agree(answered.getResponse(), codecs);
		}
		catch (SipException | ParseException | InvalidArgumentException ex) {
			throw CallFailed.forNow("つながりません / it cannot be reached: " + ex.getMessage());
		}
		catch (NumberFormatException ex) {
			throw CallFailed.forNow("相手の応答が読めません / its session description cannot be read");
		}
	}

	/** Whether the other end is still there, as far as it said. */
	public boolean up() {
		return !this.session.over();
	}

	/**
	 * Ends the call.
	 * @throws CallFailed if the other end does not confirm: then nobody knows since when
	 * it was gone
	 */
	public void hangUp() throws CallFailed, InterruptedException {
		Dialog talk = this.dialog;
		if (talk == null || this.session.over()) {
			return;
		}
		this.dialog = null;
		try {
			ClientTransaction bye = this.line.provider().getNewClientTransaction(talk.createRequest(Request.BYE));
			talk.sendRequest(bye);
			ResponseEvent answer = this.mailbox.next(Request.BYE, System.nanoTime() + END.toNanos());
			if (answer != null && answer.getResponse().getStatusCode() < 300 || this.session.over()) {
				return;
			}
		}
		catch (SipException ex) {
			log.debug("BYE", ex);
		}
		throw CallFailed
			.forNow("通話の終わりを相手が確認しません / it did not confirm the end of the call; it may have been gone before");
	}

	/** Leaves nothing behind: what rings is cancelled, what talks is ended. */
	@Override
	public void close() {
		boolean interrupted = Thread.interrupted();
		try {
			Invitation before = this.invitation;
			if (this.dialog == null && before != null) {
				this.dialog = before.cancel(System.nanoTime() + END.toNanos());
			}
			hangUp();
		}
		catch (CallFailed | SipException | InvalidArgumentException ex) {
			log.debug("closing a call", ex);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		finally {
			this.switchboard.disconnect(this.id);
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** What holds within it. */
	Session session() {
		return this.session;
	}

	void answered(ResponseEvent event) {
		this.mailbox.put(event);
	}

	/** The way to an address was lost. */
	void cut(String host, int port) {
		int ours = (this.uri.getPort() > 0) ? this.uri.getPort() : 5060;
		if (ours == port && this.uri.getHost().equals(host)) {
			this.session.end();
			this.mailbox.cut();
		}
	}

}
