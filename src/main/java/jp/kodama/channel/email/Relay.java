package jp.kodama.channel.email;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jp.kodama.delivery.ChannelSettings;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import org.springframework.boot.convert.DurationStyle;

/**
 * A mail server of the municipality, as configured: {@code smtp://host:port}, or
 * {@code smtps://} for TLS from the first byte.
 */
final class Relay {

	private final ChannelSettings settings;

	private final URI address;

	private final RelayHealth health;

	private final AtomicInteger open = new AtomicInteger();

	private final String user;

	private final String from;

	private final boolean unchecked;

	private final Properties properties;

	/**
	 * Reads the settings.
	 * @throws IllegalStateException that says which one is missing
	 */
	Relay(ChannelSettings settings, String address, RelayHealth health) {
		this.settings = settings;
		this.health = health;
		this.address = URI.create(address);
		if (this.address.getHost() == null || !String.valueOf(this.address.getScheme()).matches("smtps?")) {
			throw new IllegalStateException(
					"address は smtp://ホスト:ポート の形で / address must be smtp://host:port: " + address);
		}
		this.user = settings.profile().word("user", "");
		String from = settings.required("from");
		if (from.matches("(?i).*[@.]example\\.(jp|com|net|org)")) {
			throw new IllegalStateException("差出人が例のままです（limits.from） / limits.from is still the example: " + from);
		}
		this.from = from;
		// RFC 7435: where plain text would do too, unchecked encryption is better.
		this.unchecked = !tls() && !required() && this.user.isEmpty();
		this.properties = properties();
	}

	/** A new connection, signed in. */
	SmtpLine connect() throws MessagingException {
		Plug plug = new Plug();
		Properties properties = new Properties();
		properties.putAll(this.properties);
		properties.put("mail.smtp.socketFactory", plug.plain());
		properties.put("mail.smtp.ssl.socketFactory", plug.tls(this.unchecked));
		SMTPTransport transport = new SMTPTransport(Session.getInstance(properties),
				new URLName("smtp", null, -1, null, null, null));
		String password = this.user.isEmpty() ? null : this.settings.requiredSecret();
		try {
			transport.connect(this.address.getHost(), port(), this.user.isEmpty() ? null : this.user, password);
			SmtpLine line = new SmtpLine(this, plug, transport);
			this.open.incrementAndGet();
			return line;
		}
		catch (IOException ex) {
			plug.cut();
			throw new MessagingException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/** A connection of {@link #connect()} is no more. */
	void closed() {
		this.open.decrementAndGet();
	}

	/** How many connections there are. */
	int open() {
		return this.open.get();
	}

	/** Whether it can be trusted. */
	RelayHealth health() {
		return this.health;
	}

	/** How sender and recipients are named to it. */
	Envelope envelope(boolean reports) {
		String bounces = this.settings.profile().word("bounces", "");
		return new Envelope(bounces.isEmpty() ? this.from : bounces, reports,
				this.settings.profile().word("delivery-reports", "").equals("all"));
	}

	/** The address without what may be secret in it. */
	@Override
	public String toString() {
		return this.address.getScheme() + "://" + this.address.getHost() + ":" + port();
	}

	/** How many connections at once. */
	int connections() {
		return this.settings.profile().number("connections");
	}

	/** How long for connecting, for each answer, for each write. */
	Duration timeout() {
		return duration("timeout");
	}

	/** How long a connection is worth keeping. */
	Duration idle() {
		return duration("idle");
	}

	/** How long without an answer until others are asked instead. */
	Duration hanging() {
		return duration("hanging");
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

	private Properties properties() {
		boolean tls = tls();
		boolean required = required();
		String millis = Long.toString(timeout().toMillis());
		Properties properties = new Properties();
		properties.put("mail.smtp.connectiontimeout", millis);
		properties.put("mail.smtp.timeout", millis);
		properties.put("mail.smtp.localhost", this.from.substring(this.from.indexOf('@') + 1));
		properties.put("mail.smtp.auth", Boolean.toString(!this.user.isEmpty()));
		properties.put("mail.smtp.quitwait", "false");
		properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
		properties.put("mail.smtp.starttls.enable", Boolean.toString(!tls));
		properties.put("mail.smtp.starttls.required", Boolean.toString(required && !tls));
		properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(!this.unchecked));
		return properties;
	}

	private Duration duration(String name) {
		return DurationStyle.detectAndParse(this.settings.profile().word(name));
	}

}
