package jp.kodama.channel.email;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jp.kodama.delivery.ChannelSettings;

import org.springframework.boot.convert.DurationStyle;

/**
 * The municipality's mail server, as configured: {@code smtp://host:port}, or
 * {@code smtps://} for TLS from the first byte.
 */
final class Relay {

	private final ChannelSettings settings;

	private final URI address;

	private final String user;

	private final Session session;

	/**
	 * Reads the settings.
	 * @throws IllegalStateException that says which one is missing
	 */
	Relay(ChannelSettings settings) {
		this.settings = settings;
		this.address = URI.create(settings.address());
		if (this.address.getHost() == null || !String.valueOf(this.address.getScheme()).matches("smtps?")) {
			throw new IllegalStateException(
					"address は smtp://ホスト:ポート の形で / address must be smtp://host:port: " + settings.address());
		}
		this.user = settings.profile().word("user", "");
		String from = settings.required("from");
		if (from.matches("(?i).*[@.]example\\.(jp|com|net|org)")) {
			throw new IllegalStateException("差出人が例のままです（limits.from） / limits.from is still the example: " + from);
		}
		this.session = Session.getInstance(properties(from));
	}

	/** A new connection, signed in. */
	SmtpLine connect() throws MessagingException {
		SmtpLine line = new SmtpLine(this.session);
		String password = this.user.isEmpty() ? null : this.settings.requiredSecret();
		line.connect(this.address.getHost(), port(), this.user.isEmpty() ? null : this.user, password);
		return line;
	}

	/** How long a connection is worth keeping. */
	Duration idle() {
		return duration("idle");
	}

	private int port() {
		return (this.address.getPort() < 0 && tls()) ? 465 : this.address.getPort();
	}

	private boolean tls() {
		return this.address.getScheme().equals("smtps");
	}

	private boolean required() {
		String word = this.settings.profile().word("starttls");
		if (!word.equals("required") && !word.equals("offered")) {
			throw new IllegalStateException(
					"limits.starttls は offered か required です / must be offered or required: " + word);
		}
		return word.equals("required");
	}

	private Properties properties(String from) {
		boolean tls = tls();
		boolean required = required();
		String millis = Long.toString(duration("timeout").toMillis());
		Properties properties = new Properties();
		properties.put("mail.smtp.connectiontimeout", millis);
		properties.put("mail.smtp.timeout", millis);
		properties.put("mail.smtp.writetimeout", millis);
		properties.put("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
		properties.put("mail.smtp.from", from);
		properties.put("mail.smtp.auth", Boolean.toString(!this.user.isEmpty()));
		properties.put("mail.smtp.quitwait", "false");
		properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
		properties.put("mail.smtp.starttls.enable", Boolean.toString(!tls));
		properties.put("mail.smtp.starttls.required", Boolean.toString(required && !tls));
		if (tls || required || !this.user.isEmpty()) {
			properties.put("mail.smtp.ssl.checkserveridentity", "true");
		}
		else {
			// RFC 7435: where plain text would do too, unchecked encryption is better.
			properties.put("mail.smtp.ssl.trust", "*");
			properties.put("mail.smtp.ssl.checkserveridentity", "false");
		}
		return properties;
	}

	private Duration duration(String name) {
		return DurationStyle.detectAndParse(this.settings.profile().word(name));
	}

}
