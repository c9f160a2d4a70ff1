package jp.kodama.channel.radio.sip;

import java.text.ParseException;
import java.util.EventObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

import gov.nist.javax.sip.message.MessageFactoryImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what comes from the network to the call that it is about, by Call-ID. */
final class Switchboard implements SipListener {

	private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

	private final Map<String, SipCall> calls = new ConcurrentHashMap<>();

	void connect(String callId, SipCall call) {
		this.calls.put(callId, call);
	}

	void disconnect(String callId) {
		this.calls.remove(callId);
	}

	@Override
	public void processResponse(ResponseEvent event) {
		SipCall call = this.calls.get(callId(event.getResponse()));
		if (call != null) {
			call.answered(event);
		}
	}

	/** Whoever calls us is told that nobody takes calls here. */
	@Override
	public void processRequest(RequestEvent event) {
		Request request = event.getRequest();
		if (request.getMethod().equals(Request.ACK)) {
			return;
		}
		SipCall call = this.calls.get(callId(request));
		int status = (call != null) ? call.session().asked(request) : stranger(request.getMethod());
		try {
			ServerTransaction transaction = event.getServerTransaction();
			if (transaction == null) {
				transaction = ((SipProvider) event.getSource()).getNewServerTransaction(request);
			}
			Response response = new MessageFactoryImpl().createResponse(status, request);
			if (call != null) {
				call.session().complete(response);
			}
			transaction.sendResponse(response);
		}
		catch (SipException | InvalidArgumentException | ParseException ex) {
			log.debug("{} {} was not answered: {}", status, request.getMethod(), ex.getMessage());
		}
	}

	private static int stranger(String method) {
		return switch (method) {
			case Request.OPTIONS -> Response.OK;
			case Request.INVITE -> Response.TEMPORARILY_UNAVAILABLE;
			case Request.BYE, Request.CANCEL, Request.UPDATE, Request.INFO ->
				Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
			default -> Response.METHOD_NOT_ALLOWED;
		};
	}

	/** Calls have time limits of their own, shorter than the stack's. */
	@Override
	public void processTimeout(TimeoutEvent event) {
		ClientTransaction transaction = event.getClientTransaction();
		if (transaction != null) {
			log.debug("no answer: {}", callId(transaction.getRequest()));
		}
	}

	@Override
	public void processIOException(IOExceptionEvent event) {
		log.warn("SIP: {}:{}/{} cannot be reached", event.getHost(), event.getPort(), event.getTransport());
		this.calls.values().forEach((call) -> call.cut(event.getHost(), event.getPort()));
	}

	@Override
	public void processTransactionTerminated(TransactionTerminatedEvent event) {
		ignore(event);
	}

	@Override
	public void processDialogTerminated(DialogTerminatedEvent event) {
		ignore(event);
	}

	private static void ignore(EventObject event) {
		log.trace("{}", event);
	}

	private static String callId(Message message) {
		return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
	}

}
