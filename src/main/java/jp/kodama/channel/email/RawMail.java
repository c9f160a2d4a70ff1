package jp.kodama.channel.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A composed mail that goes out to the byte as it was composed. */
final class RawMail extends MimeMessage {

	private final byte[] bytes;

	RawMail(byte[] bytes) throws MessagingException {
		super((@Nullable Session) null, new ByteArrayInputStream(bytes));
		this.bytes = bytes;
	}

	@Override
	public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
		out.write(this.bytes);
	}

}
