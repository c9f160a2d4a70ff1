package jp.kodama.channel.radio.sip;

import java.net.InetAddress;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;

import javax.sip.InvalidArgumentException;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;

/**
 * One address of ours from which calls are made: writes the requests that leave from it.
 *
 * @param provider sends them
 * @param local our address
 * @param port our port
 * @param transport udp or tcp
 */
record Line(SipProvider provider, InetAddress local, int port, String transport) {

	private static final AddressFactory ADDRESSES = new AddressFactoryImpl();

	private static final HeaderFactory HEADERS = new HeaderFactoryImpl();

	private static final int HOPS = 70;

	/** The request that asks a callee for a call. */
	Request invite(Callee callee, SipURI uri, String callId, String offer)
			throws ParseException, InvalidArgumentException {
		Address from = ADDRESSES.createAddress(ADDRESSES.createSipURI(callee.caller(), uri.getHost()));
		Address to = ADDRESSES.createAddress(ADDRESSES.createSipURI(uri.getUser(), uri.getHost()));
		Request request = new MessageFactoryImpl().createRequest(uri, Request.INVITE,
				HEADERS.createCallIdHeader(callId), HEADERS.createCSeqHeader(1L, Request.INVITE),
				HEADERS.createFromHeader(from, UUID.randomUUID().toString().substring(0, 8)),
				HEADERS.createToHeader(to, null), List.of(via()), HEADERS.createMaxForwardsHeader(HOPS));
		request.addHeader(contact(callee.caller()));
		request.addHeader(HEADERS.createAllowHeader("INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO"));
		request.addHeader(HEADERS.createUserAgentHeader(List.of("Kodama")));
		request.setContent(offer, HEADERS.createContentTypeHeader("application", "sdp"));
		return request;
	}

	/** Where we are reached while a call lasts. */
	ContactHeader contact(String caller) throws ParseException {
		SipURI here = ADDRESSES.createSipURI(caller, this.local.getHostAddress());
		here.setPort(this.port);
		here.setTransportParam(this.transport);
		return HEADERS.createContactHeader(ADDRESSES.createAddress(here));
	}

	private ViaHeader via() throws ParseException, InvalidArgumentException {
		ViaHeader via = HEADERS.createViaHeader(this.local.getHostAddress(), this.port, this.transport, null);
		via.setRPort();
		return via;
	}

}
