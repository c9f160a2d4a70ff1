package jp.kodama.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Predicate;

import jp.kodama.intake.xml.Unreadable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** One mail in its SMTP session: 250 means that what it brought is on disk. */
final class MailHandler implements MessageHandler {

	/** How much of a mail that is too large is kept. */
	private static final int BEGINNING = 64 * 1024;

	/** Who sends more than this is hung up on. */
	private static final long PATIENCE = 256L * 1024 * 1024;

	private final MailSource source;

	private final MessageContext session;

	private final Predicate<Mail> bring;

	MailHandler(MailSource source, MessageContext session, Predicate<Mail> bring) {
		this.source = source;
		this.session = session;
		this.bring = bring;
	}

	@Override
	public void from(String sender) throws RejectException {
		if (this.session.getRemoteAddress() instanceof InetSocketAddress peer && !this.source.peers().allow(peer)) {
			throw new RejectException(550, "5.7.1 you may not send here");
		}
	}

	@Override
	public void recipient(String recipient) {
		// whoever it is for, it came to us
	}

	@Override
	public String data(InputStream in) throws RejectException, TooMuchDataException, IOException {
		int most = this.source.bytes();
		byte[] bytes = in.readNBytes(most + 1);
		if (bytes.length > most) {
			skip(in);
			keep(new Mail(Arrays.copyOf(bytes, Math.min(most, BEGINNING)),
					new Unreadable("メールが大きすぎます（上限 " + most + " バイト）", "mail too large: at most " + most + " bytes")));
			throw new RejectException(552, "5.3.4 too large: at most " + most + " bytes");
		}
		keep(new Mail(bytes, null));
		return "2.0.0 kept";
	}

	@Override
	public void done() {
		// nothing is held
	}

	private void keep(Mail mail) throws RejectException {
		if (!this.bring.test(mail)) {
			throw new RejectException(451, "4.3.0 could not be kept, send it again");
		}
	}

	/** Its sender listens only after it has sent all. */
	private static void skip(InputStream in) throws IOException {
		byte[] buffer = new byte[16 * 1024];
		long skipped = 0;
		int count = in.read(buffer);
		while (count >= 0) {
			skipped += count;
			if (skipped > PATIENCE) {
				throw new IOException("a mail without end");
			}
			count = in.read(buffer);
		}
	}

}
