package jp.kodama.channel.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Locale;

import jp.kodama.delivery.Secret;
import jp.kodama.rendering.ChannelProfile;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;

/**
 * Signs mails (DKIM, RFC 6376) where the municipality's own server does not. The
 * unsubscribe headers are signed too, as RFC 8058 §4 demands, so each mail has a
 * signature of its own.
 */
final class DkimSeal {

	private static final String SIGNED = "from:to:subject:date:message-id:mime-version:content-type:auto-submitted"
			+ ":list-unsubscribe:list-unsubscribe-post";

	private final @Nullable PrivateKey key;

	private final String template;

	private DkimSeal(@Nullable PrivateKey key, String template) {
		this.key = key;
		this.template = template;
	}

	/**
	 * By the channel's limits; one that leaves mails as they are if no key is configured.
	 * @throws IllegalStateException if there should be a key and it cannot be read
	 */
	static DkimSeal of(ChannelProfile channel) {
		String reference = channel.word("dkim-key", "");
		if (reference.isEmpty()) {
			return new DkimSeal(null, "");
		}
		String pem = Secret.read(reference)
			.orElseThrow(() -> new IllegalStateException("鍵が読めません / no such key: limits.dkim-key"));
		String from = channel.word("from");
		String domain = channel.word("dkim-domain", "");
		try {
			return new DkimSeal(DKIMSigner.getPrivateKey(pem.replaceAll("-----[^-]+-----|\\s", "")),
					"v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;".formatted(
							domain.isEmpty() ? from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT) : domain,
							channel.word("dkim-selector"), SIGNED));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			// Not its words: they might hold part of the key.
			throw new IllegalStateException("PKCS#8のRSA鍵ではありません / not an RSA key in PKCS#8: limits.dkim-key");
		}
	}

	/** The mail with its signature in front. */
	byte[] on(byte[] mail) {
		if (this.key == null) {
			return mail;
		}
		try {
			String header = new DKIMSigner(this.template, this.key).sign(new ByteArrayInputStream(mail)) + "\r\n";
			byte[] signature = header.getBytes(StandardCharsets.US_ASCII);
			byte[] signed = Arrays.copyOf(signature, signature.length + mail.length);
			System.arraycopy(mail, 0, signed, signature.length, mail.length);
			return signed;
		}
		catch (IOException | FailException ex) {
			throw new IllegalStateException("DKIM: " + ex.getMessage(), ex);
		}
	}

}
