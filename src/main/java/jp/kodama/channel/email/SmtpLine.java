package jp.kodama.channel.email;

import java.io.OutputStream;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to a mail server that knows how far a mail had got when it broke. */
final class SmtpLine extends SMTPTransport {

	private boolean handedOver;

	SmtpLine(Session session) {
		super(session, new URLName("smtp", null, -1, null, null, null));
	}

	/**
	 * Hands over one mail.
	 * @return the server's reply to its last line
	 */
	String submit(RawMail mail, InternetAddress to) throws MessagingException {
		this.handedOver = false;
		sendMessage(mail, new Address[] { to });
		return getLastServerResponse().strip();
	}

	/** Whether the last mail may have reached the server. */
	boolean handedOver() {
		return this.handedOver;
	}

	@Override
	protected OutputStream data() throws MessagingException {
		OutputStream data = super.data();
		this.handedOver = true;
		return data;
	}

}
