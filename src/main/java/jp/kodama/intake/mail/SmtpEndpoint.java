package jp.kodama.intake.mail;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Where mail for one source comes in. Nothing can be sent to it. */
final class SmtpEndpoint extends DefaultEndpoint {

	private final MailSource source;

	SmtpEndpoint(String uri, SmtpComponent component, MailSource source) {
		super(uri, component);
		this.source = source;
	}

	@Override
	public Producer createProducer() {
		throw new UnsupportedOperationException("mail is only taken here");
	}

	@Override
	public Consumer createConsumer(Processor processor) {
		return new SmtpConsumer(this, processor, this.source);
	}

}
