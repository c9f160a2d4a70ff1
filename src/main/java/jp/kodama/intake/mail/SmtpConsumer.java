package jp.kodama.intake.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** Runs the SMTP server of one source and puts each mail through its route. */
final class SmtpConsumer extends DefaultConsumer {

	private static final int RECIPIENTS = 20;

	private final MailSource source;

	private @Nullable SMTPServer server;

	SmtpConsumer(Endpoint endpoint, Processor processor, MailSource source) {
		super(endpoint, processor);
		this.source = source;
	}

	/**
	 * Puts a mail through the route.
	 * @return whether it is kept
	 */
	boolean bring(Mail mail) {
		Exchange exchange = createExchange(true);
		exchange.getIn().setBody(mail);
		try {
			getProcessor().process(exchange);
		}
		catch (Exception ex) {
			exchange.setException(ex);
		}
		Exception failure = exchange.getException();
		if (failure != null) {
			getExceptionHandler().handleException("a mail could not be kept", exchange, failure);
		}
		return failure == null;
	}

	@Override
	protected void doStart() throws Exception {
		super.doStart();
		SMTPServer made = SMTPServer.port(this.source.port())
			.bindAddress(address())
			.softwareName("Kodama")
			.hostName("kodama")
			.maxConnections(this.source.connections())
			.maxRecipients(RECIPIENTS)
			.maxMessageSize(this.source.bytes())
			.connectionTimeout((int) this.source.idle().toMillis(), TimeUnit.MILLISECONDS)
			.insertReceivedHeaders(false)
			.messageHandlerFactory((session) -> new MailHandler(this.source, session, this::bring))
			.build();
		made.start();
		this.server = made;
	}

	@Override
	protected void doStop() throws Exception {
		if (this.server != null) {
			this.server.stop();
			this.server = null;
		}
		super.doStop();
	}

	private InetAddress address() throws UnknownHostException {
		return InetAddress.getByName(this.source.host());
	}

}
