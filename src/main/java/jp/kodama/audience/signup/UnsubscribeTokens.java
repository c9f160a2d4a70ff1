package jp.kodama.audience.signup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jp.kodama.audience.Recipient;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a recipient's unsubscribe link ends in: their number and an HMAC of it (RFC 8058
 * §3.1 asks for something hard to forge). The key is made at first use in
 * {@code $KODAMA_HOME/unsubscribe.key}; nodes of a cluster share one.
 */
@Component
public class UnsubscribeTokens {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEPT = 16;

	private final ThreadLocal<Mac> mac;

	public UnsubscribeTokens(@Value("${kodama.unsubscribe-key:${kodama.home}/unsubscribe.key}") Path file) {
		SecretKeySpec key = new SecretKeySpec(key(file), ALGORITHM);
		this.mac = ThreadLocal.withInitial(() -> {
			try {
				Mac made = Mac.getInstance(ALGORITHM);
				made.init(key);
				return made;
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("every Java has " + ALGORITHM, ex);
			}
		});
	}

	/** For a link. The made-up residents of a fresh install cannot leave. */
	public String of(Recipient recipient) {
		return recipient.sample() ? "sample" + recipient.id() : of(recipient.id());
	}

	String of(long recipient) {
		String number = Long.toString(recipient, Character.MAX_RADIX);
		byte[] proof = this.mac.get().doFinal(("unsubscribe " + number).getBytes(StandardCharsets.US_ASCII));
		return number + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(proof, KEPT));
	}

	/** The recipient's number; empty if nobody here made the token. */
	OptionalLong read(String token) {
		int dot = token.indexOf('.');
		String number = (dot > 0) ? token.substring(0, dot) : "";
		if (!number.matches("[0-9a-z]{1,12}")) {
			return OptionalLong.empty();
		}
		long recipient = Long.parseLong(number, Character.MAX_RADIX);
		boolean ours = MessageDigest.isEqual(of(recipient).getBytes(StandardCharsets.UTF_8),
				token.getBytes(StandardCharsets.UTF_8));
		return ours ? OptionalLong.of(recipient) : OptionalLong.empty();
	}

	private static byte[] key(Path file) {
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
			if (key.length < 2 * KEPT) {
				throw new IllegalStateException(file + ": too short for a key; remove it, and links sent before end");
			}
			return key;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + ": cannot be read or written", ex);
		}
	}

	private static void make(Path file) throws IOException {
		byte[] key = new byte[2 * KEPT];
		new SecureRandom().nextBytes(key);
		Files.createDirectories(file.toAbsolutePath().getParent());
		FileAttribute<?>[] ownerOnly = Files.getFileStore(file.toAbsolutePath().getParent())
			.supportsFileAttributeView("posix")
					? new FileAttribute<?>[] {
							PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
					: new FileAttribute<?>[0];
		try {
			Files.createFile(file, ownerOnly);
			Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
		}
		catch (FileAlreadyExistsException ex) {
			// Another node was quicker: its key is the one.
		}
	}

}
