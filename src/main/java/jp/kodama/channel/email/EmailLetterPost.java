package jp.kodama.channel.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.audience.signup.Letter;
import jp.kodama.audience.signup.LetterPost;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Posts letters over the mail server of the channel, one connection each: they are few,
 * and never on a connection that an alert needs. While the channel rehearses they are
 * written to {@code rehearsal/<channel>/letter-<id>}.
 */
@Component
class EmailLetterPost implements LetterPost {

	private static final String CHANNEL = "email";

	private static final String TIMEOUT = "30000";

	private final Channels channels;

	private final Path rehearsals;

	EmailLetterPost(Channels channels, @Value("${kodama.home}") Path home) {
		this.channels = channels;
		this.rehearsals = home.resolve("rehearsal").resolve(CHANNEL);
	}

	@Override
	public String channel() {
		return CHANNEL;
	}

	@Override
	public void post(Letter letter) throws IOException {
		boolean live = this.channels.has(CHANNEL) && this.channels.get(CHANNEL).live();
		try {
			if (live) {
				send(letter, this.channels.get(CHANNEL));
			}
			else {
				rehearse(letter);
			}
		}
		catch (SendFailedException ex) {
			if (ex.getInvalidAddresses() != null && ex.getInvalidAddresses().length > 0) {
				throw new Refused(String.valueOf(ex.getMessage()));
			}
			throw new IOException(ex.getMessage(), ex);
		}
		catch (MessagingException | IllegalStateException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private void rehearse(Letter letter) throws IOException, MessagingException {
		Path file = this.rehearsals.resolve("letter-" + letter.id()).resolve("1.eml");
		Files.createDirectories(file.getParent());
		Path part = file.resolveSibling(".1.eml.part");
		try (OutputStream out = Files.newOutputStream(part)) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			mail(letter, Session.getInstance(new Properties()), "kodama@rehearsal.invalid").writeTo(bytes);
			bytes.writeTo(out);
		}
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void send(Letter letter, ChannelSettings settings) throws MessagingException {
		URI server = URI.create(settings.address());
		String user = settings.profile().word("user", "");
		Session session = Session.getInstance(properties(server, user, settings));
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect(server.getHost(), server.getPort(), user.isEmpty() ? null : user,
					user.isEmpty() ? null : settings.requiredSecret());
			MimeMessage mail = mail(letter, session, settings.required("from"));
			transport.sendMessage(mail, mail.getAllRecipients());
		}
	}

	private static Properties properties(URI server, String user, ChannelSettings settings) {
		boolean tls = "smtps".equals(server.getScheme());
		boolean required = settings.profile().word("starttls").equals("required");
		boolean checked = tls || required || !user.isEmpty();
		Properties properties = new Properties();
		properties.put("mail.smtp.connectiontimeout", TIMEOUT);
		properties.put("mail.smtp.timeout", TIMEOUT);
		properties.put("mail.smtp.writetimeout", TIMEOUT);
		properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
		properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
		properties.put("mail.smtp.starttls.enable", Boolean.toString(!tls));
		properties.put("mail.smtp.starttls.required", Boolean.toString(required && !tls));
		properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(checked));
		if (!checked) {
			// RFC 7435: where plain text would do too, unchecked encryption is better.
			properties.put("mail.smtp.ssl.trust", "*");
		}
		return properties;
	}

	private static MimeMessage mail(Letter letter, Session session, String from) throws MessagingException {
		MimeMessage mail = new Numbered(session,
				"<letter." + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
		mail.setFrom(new InternetAddress(from));
		mail.setRecipient(Message.RecipientType.TO,
				Mailbox.parse(letter.address()).orElseThrow(() -> new MessagingException("not a mail address")));
		mail.setSubject(letter.subject(), "UTF-8");
		mail.setSentDate(new Date());
		mail.setHeader("Auto-Submitted", "auto-generated");
		mail.setHeader("Content-Language", letter.language());
		mail.setText(letter.body().replaceAll("\\R", "\r\n"), "UTF-8");
		mail.saveChanges();
		return mail;
	}

	/** Keeps its Message-ID from try to try, so that a repeat shows as one. */
	private static final class Numbered extends MimeMessage {

		private final String id;

		Numbered(Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
