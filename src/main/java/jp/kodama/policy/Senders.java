package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose messages are trusted how far, from {@code config/senders}: {@code senders.yaml}
 * and a folder of certificates ({@code *.pem}) for each sender. Certificates are pinned:
 * no authority can vouch for a sender that is not listed.
 */
final class Senders {

	private final Map<String, Sender> byName = new HashMap<>();

	private final List<String> everywhere;

	private final Verdict misshapen;

	private Senders(Path folder) {
		Path file = folder.resolve("senders.yaml");
		Map<String, Object> yaml = Files.exists(file) ? Hazards.yaml(file) : Map.of();
		try {
			this.misshapen = Verdict.valueOf(word(map(yaml.get("jma")), "misshapen", "HOLD"));
			Map<?, ?> cap = map(yaml.get("cap"));
			this.everywhere = (cap.get("everywhere") instanceof List<?> words)
					? words.stream().map(String::valueOf).toList() : List.of();
			for (Map.Entry<?, ?> entry : map(cap.get("senders")).entrySet()) {
				String name = String.valueOf(entry.getKey());
				this.byName.put(name, sender(folder, name, map(entry.getValue())));
			}
			if (!this.misshapen.alerts()) {
				throw new IllegalArgumentException("jma.misshapen: HOLD or AUTO");
			}
		}
		catch (IllegalArgumentException | CertificateException | IOException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Reads them.
	 * @param folder {@code config/senders}; absent: nobody is trusted
	 * @throws IllegalStateException naming the file at fault
	 */
	static Senders load(Path folder) {
		return new Senders(folder);
	}

	/** The sender that a seal is of. */
	Optional<Sender> of(CapMessage message) {
		String key = message.seal().key();
		return Optional.ofNullable(this.byName.get(message.key().sender()))
			.filter((sender) -> !key.isEmpty()
					&& sender.certificates().stream().anyMatch((one) -> key.equals(key(one))));
	}

	/** Whether a sender of this name was ever listed. */
	boolean knows(String name) {
		return this.byName.containsKey(name);
	}

	/** Words of an {@code areaDesc} that mean everybody. */
	List<String> everywhere() {
		return this.everywhere;
	}

	/** The most that may follow from a telegram which its schema refuses. */
	Verdict misshapen() {
		return this.misshapen;
	}

	private static Sender sender(Path folder, String name, Map<?, ?> entry) throws CertificateException, IOException {
		Verdict signed = Verdict.valueOf(word(entry, "signed", "HOLD"));
		if (!signed.alerts()) {
			throw new IllegalArgumentException(name + ": signed: HOLD or AUTO");
		}
		Path own = folder.resolve(word(entry, "certificates", name)).normalize();
		List<X509Certificate> certificates = new ArrayList<>();
		try (Stream<Path> files = Files.list(own)) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".pem")).sorted().toList()) {
				try (InputStream pem = Files.newInputStream(file)) {
					CertificateFactory.getInstance("X.509")
						.generateCertificates(pem)
						.forEach((one) -> certificates.add((X509Certificate) one));
				}
			}
		}
		if (certificates.isEmpty()) {
			throw new IllegalArgumentException(name + ": no certificate (*.pem) in " + own);
		}
		return new Sender(signed, certificates);
	}

	private static String key(X509Certificate certificate) {
		return Base64.getEncoder().encodeToString(certificate.getPublicKey().getEncoded());
	}

	private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static String word(Map<?, ?> entry, String name, String otherwise) {
		Object value = entry.get(name);
		return (value != null) ? value.toString() : otherwise;
	}

	/**
	 * A sender.
	 *
	 * @param signed what follows from what it signed
	 * @param certificates its own
	 */
	record Sender(Verdict signed, List<X509Certificate> certificates) {

		/** Whether a certificate of the key was valid at a time. */
		boolean valid(String key, OffsetDateTime at) {
			Date then = Date.from(at.toInstant());
			return this.certificates.stream()
				.filter((one) -> key.equals(key(one)))
				.anyMatch((one) -> !then.before(one.getNotBefore()) && !then.after(one.getNotAfter()));
		}

		private static String key(X509Certificate certificate) {
			return Senders.key(certificate);
		}

	}

}
