package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/**
 * A J-ALERT receiver that notifies by mail, over a real connection.
 *
 * @param port of the engine's SMTP server
 */
record Receiver(int port) {

	MimeMessage mail(String subject) throws MessagingException {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", "127.0.0.1");
		properties.setProperty("mail.smtp.port", Integer.toString(this.port));
		properties.setProperty("mail.smtp.timeout", "20000");
		MimeMessage mail = new MimeMessage(Session.getInstance(properties));
		mail.setFrom(new InternetAddress("receiver@example.jp"));
		mail.setRecipient(Message.RecipientType.TO, new InternetAddress("kodama@example.jp"));
		mail.setSubject(subject, "ISO-2022-JP");
		mail.setSentDate(new Date());
		return mail;
	}

	MimeMessage words(String subject, String words) throws MessagingException {
		MimeMessage mail = mail(subject);
		mail.setText(words, "ISO-2022-JP");
		mail.saveChanges();
		return mail;
	}

	MimeMessage attached(String subject, String name, byte[]... telegrams) throws MessagingException {
		MimeMultipart parts = new MimeMultipart();
		MimeBodyPart words = new MimeBodyPart();
		words.setText("電文を添付します。", StandardCharsets.UTF_8.name());
		parts.addBodyPart(words);
		for (byte[] telegram : telegrams) {
			MimeBodyPart part = new MimeBodyPart();
			part.setDataHandler(new DataHandler(new ByteArrayDataSource(telegram, "application/octet-stream")));
			part.setFileName(name);
			parts.addBodyPart(part);
		}
		MimeMessage mail = mail(subject);
		mail.setContent(parts);
		mail.saveChanges();
		return mail;
	}

	/** As it is: sent twice, it is the same mail twice. */
	static void send(MimeMessage mail) throws MessagingException {
		try (Transport transport = mail.getSession().getTransport("smtp")) {
			transport.connect();
			transport.sendMessage(mail, mail.getAllRecipients());
		}
	}

}
