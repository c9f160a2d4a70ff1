package jp.kodama.intake.mail;

import java.util.Map;

import jp.kodama.intake.source.Sources;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

import org.springframework.stereotype.Component;

/**
 * The Camel component {@code smtpd:<source>}, since Camel has none that takes mail: an
 * exchange for each mail, its body {@link Mail}; a failed one is answered 451.
 */
@Component("smtpd")
class SmtpComponent extends DefaultComponent {

	private final Sources sources;

	SmtpComponent(Sources sources) {
		this.sources = sources;
	}

	@Override
	protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
		return new SmtpEndpoint(uri, this, MailSource.of(this.sources.get(remaining)));
	}

}
