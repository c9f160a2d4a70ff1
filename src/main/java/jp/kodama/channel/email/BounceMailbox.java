package jp.kodama.channel.email;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox that bounces come to, over IMAP: {@code imaps://host/INBOX}. A mail is
 * marked as read once what it says is on disk; letters of people stay unread.
 */
final class BounceMailbox {

	/** More wait for the next time. */
	private static final int MOST = 500;

	private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

	private final ChannelSettings settings;

	private final Clock clock;

	BounceMailbox(ChannelSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether there is one to read. */
	boolean configured() {
		return !word("bounce-mailbox").isEmpty();
	}

	/**
	 * Reads what has come.
	 * @param learn puts on disk what one mail says
	 */
	void read(Consumer<List<Notice>> learn) throws MessagingException {
		URI address = URI.create(word("bounce-mailbox"));
		String protocol = address.getScheme();
		if (address.getHost() == null || !protocol.matches("imaps?")) {
			throw new IllegalStateException(
					"limits.bounce-mailbox は imaps://ホスト/INBOX の形で / must be imaps://host/INBOX");
		}
		String password = Secret.read(word("bounce-secret"))
			.orElseThrow(() -> new IllegalStateException("設定がありません / not set, or not readable: limits.bounce-secret"));
		try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
			store.connect(address.getHost(), address.getPort(), word("bounce-user"), password);
			String name = address.getPath().isEmpty() ? "INBOX" : address.getPath().substring(1);
			try (Folder folder = store.getFolder(name)) {
				folder.open(Folder.READ_WRITE);
				// Not every server keeps flags of ours; then what a person has read is
				// not read here.
				Flags read = folder.getPermanentFlags().contains(Flags.Flag.USER) ? new Flags("$KodamaRead")
						: new Flags(Flags.Flag.SEEN);
				Message[] fresh = folder.search(new FlagTerm(read, false));
				for (int i = 0; i < Math.min(fresh.length, MOST); i++) {
					one((MimeMessage) fresh[i], learn);
					fresh[i].setFlags(read, true);
				}
			}
		}
	}

	private void one(MimeMessage mail, Consumer<List<Notice>> learn) throws MessagingException {
		List<Notice> notices;
		try {
			// A copy: reading the parts must not mark it as read before it is on disk.
			notices = NoticeReader.read(new MimeMessage(mail), this.clock.instant());
		}
		catch (IOException | MessagingException ex) {
			log.warn("a mail in the bounce mailbox cannot be read, and is left for a person: {}", ex.getMessage());
			notices = List.of(new Notice(Notice.Kind.LETTER, "", "", "", this.clock.instant()));
		}
		learn.accept(notices);
		boolean letter = notices.stream().anyMatch((one) -> one.kind() == Notice.Kind.LETTER);
		mail.setFlag(Flags.Flag.SEEN, !letter);
	}

	private static Properties properties(String protocol) {
		Properties properties = new Properties();
		String millis = "30000";
		for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
			properties.put("mail." + protocol + "." + name, millis);
		}
		properties.put("mail." + protocol + ".peek", "true");
		properties.put("mail.imap.starttls.enable", "true");
		properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
		return properties;
	}

	private String word(String name) {
		return this.settings.profile().word(name, "");
	}

}
