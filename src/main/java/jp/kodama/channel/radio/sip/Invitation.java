package jp.kodama.channel.radio.sip;

import java.text.ParseException;
import java.time.Duration;

import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

/** A call until it is answered: rings, proves who we are, gives up in time. */
final class Invitation {

	/** Without any sign of life by then, it is not there. */
	private static final Duration REACH = Duration.ofSeconds(8);

	private static final int PROOFS = 3;

	private final Line line;

	private final Mailbox mailbox;

	private final Callee callee;

	private final long patience;

	private @Nullable ClientTransaction ringing;

	private boolean heardOf;

	Invitation(Line line, Mailbox mailbox, Callee callee) {
		this.line = line;
		this.mailbox = mailbox;
		this.callee = callee;
		this.patience = System.nanoTime() + callee.ringing().toNanos();
	}

	/** Rings until there is a 200, and confirms it. */
	ResponseEvent ring(Request invite)
			throws CallFailed, SipException, ParseException, InvalidArgumentException, InterruptedException {
		Request request = invite;
		long reach = send(request);
		int proofs = 0;
		while (true) {
			ResponseEvent event = this.mailbox.next(Request.INVITE,
					this.heardOf ? this.patience : Math.min(reach, this.patience));
			if (event == null) {
				throw CallFailed
					.forNow(this.heardOf ? "応答なし / it rang, nobody answered" : "つながりません / it cannot be reached");
			}
			Response response = event.getResponse();
			int status = response.getStatusCode();
			if (status < 200) {
				this.heardOf = true;
			}
			else if (status < 300) {
				this.ringing = null;
				confirm(event);
				return event;
			}
			else if (mayProve(response, proofs)) {
				proofs++;
				request = new Credentials(this.callee).answer(response, request);
				reach = send(request);
			}
			else {
				this.ringing = null;
				throw Refusals.of(response);
			}
		}
	}

	/**
	 * Takes the call back, if it still rings; an answer that crosses is taken and ended
	 * by the caller.
	 * @return the dialog of such an answer
	 */
	@Nullable Dialog cancel(long deadline) throws SipException, InvalidArgumentException, InterruptedException {
		// Without a provisional answer, a CANCEL must not be sent (RFC 3261, 9.1).
		if (this.ringing == null || !this.heardOf) {
			return null;
		}
		this.line.provider().getNewClientTransaction(this.ringing.createCancel()).sendRequest();
		ResponseEvent event = this.mailbox.next(Request.INVITE, deadline);
		while (event != null && event.getResponse().getStatusCode() < 200) {
			event = this.mailbox.next(Request.INVITE, deadline);
		}
		if (event == null || event.getResponse().getStatusCode() >= 300) {
			return null;
		}
		confirm(event);
		return event.getDialog();
	}

	/** A wrong password is not tried again, a nonce that grew old is. */
	private static boolean mayProve(Response response, int proofs) {
		int status = response.getStatusCode();
		if (status != Response.UNAUTHORIZED && status != Response.PROXY_AUTHENTICATION_REQUIRED) {
			return false;
		}
		boolean stale = response.getHeader(WWWAuthenticateHeader.NAME) instanceof WWWAuthenticateHeader header
				&& header.isStale();
		return proofs == 0 || (stale && proofs < PROOFS);
	}

	private long send(Request request) throws SipException {
		this.heardOf = false;
		this.ringing = this.line.provider().getNewClientTransaction(request);
		this.ringing.sendRequest();
		return System.nanoTime() + REACH.toNanos();
	}

	private static void confirm(ResponseEvent event) throws SipException, InvalidArgumentException {
		CSeqHeader sequence = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
		event.getDialog().sendAck(event.getDialog().createAck(sequence.getSeqNumber()));
	}

}
