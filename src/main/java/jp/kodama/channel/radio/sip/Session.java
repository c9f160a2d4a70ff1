package jp.kodama.channel.radio.sip;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;

import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import jp.kodama.channel.radio.rtp.Codec;
import org.jspecify.annotations.Nullable;

/**
 * What holds within a call: the sound that both agreed on, and whether the other end is
 * still there.
 */
final class Session {

	private final Line line;

	private final String caller;

	private volatile boolean ended;

	private volatile String offer = "";

	private volatile @Nullable Answer agreed;

	Session(Line line, String caller) {
		this.line = line;
		this.caller = caller;
	}

	/** What we offer, as a session description. */
	String offer(int mediaPort, List<Codec> codecs) {
		this.offer = SessionDescription.offer(this.line.local(), mediaPort, codecs);
		return this.offer;
	}

	/**
	 * What the other end made of it.
	 * @throws CallFailed if it cannot be used
	 */
	Answer agree(Message answered, List<Codec> codecs) throws CallFailed {
		Answer answer = SessionDescription.answer(text(answered), codecs);
		this.agreed = answer;
		return answer;
	}

	/** Whether the other end is gone, as far as it said. */
	boolean over() {
		return this.ended;
	}

	/** The other end is gone. */
	void end() {
		this.ended = true;
	}

	/** What the other end asks within the call, and the status that answers it. */
	int asked(Request request) {
		switch (request.getMethod()) {
			case Request.BYE -> {
				this.ended = true;
				return Response.OK;
			}
			case Request.INVITE, Request.UPDATE -> {
				return (text(request).isEmpty() || unchanged(text(request))) ? Response.OK
						: Response.NOT_ACCEPTABLE_HERE;
			}
			case Request.OPTIONS, Request.INFO -> {
				return Response.OK;
			}
			default -> {
				return Response.METHOD_NOT_ALLOWED;
			}
		}
	}

	/** A session is refreshed as it is; nobody puts an alert on hold. */
	private boolean unchanged(String description) {
		Answer before = this.agreed;
		try {
			return before != null && SessionDescription.answer(description, List.of(before.codec())).equals(before);
		}
		catch (CallFailed | NumberFormatException ex) {
			return false;
		}
	}

	/** Adds what a 200 within the call must hold. */
	void complete(Response response) throws ParseException {
		if (response.getStatusCode() == Response.OK && response.getHeader("CSeq").toString().contains(Request.INVITE)) {
			response.addHeader(this.line.contact(this.caller));
			response.setContent(this.offer, new HeaderFactoryImpl().createContentTypeHeader("application", "sdp"));
		}
	}

	private static String text(Message message) {
		byte[] content = message.getRawContent();
		return (content != null) ? new String(content, StandardCharsets.UTF_8) : "";
	}

}
