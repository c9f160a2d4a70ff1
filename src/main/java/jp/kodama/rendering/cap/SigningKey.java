package jp.kodama.rendering.cap;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The key that CAP documents are signed with, from a PKCS #12 file.
 *
 * @param key the private key, RSA
 * @param certificate what others pin it by
 */
record SigningKey(PrivateKey key, X509Certificate certificate) {

	/**
	 * Reads it.
	 * @param settings {@code config/cap.yaml}
	 * @return null if none is configured
	 * @throws GeneralSecurityException if the file or its password is no good
	 */
	static @Nullable SigningKey load(Path settings) throws GeneralSecurityException, IOException {
		Map<?, ?> signing = signing(settings);
		String keystore = word(signing, "keystore");
		if (keystore.isEmpty()) {
			return null;
		}
		char[] password = secret(word(signing, "password")).toCharArray();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream file = Files.newInputStream(path(keystore))) {
			store.load(file, password);
		}
		String alias = word(signing, "alias");
		for (String one : Collections.list(store.aliases())) {
			if (store.isKeyEntry(one) && (alias.isEmpty() || alias.equals(one))) {
				return of(store, one, password);
			}
		}
		throw new UnrecoverableKeyException(
				"no key" + (alias.isEmpty() ? "" : " of alias " + alias) + " in " + keystore);
	}

	/** Until when it holds, in words. */
	String state() {
		String until = this.certificate.getNotAfter().toInstant().toString().substring(0, 10);
		return (expired() ? "証明書の期限切れ / certificate expired: " : "署名あり / signed: ")
				+ this.certificate.getSubjectX500Principal().getName() + " (– " + until + ")";
	}

	boolean expired() {
		return new Date().after(this.certificate.getNotAfter());
	}

	private static SigningKey of(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
		PrivateKey key = (PrivateKey) store.getKey(alias, password);
		X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
		if (!key.getAlgorithm().equals("RSA")) {
			throw new UnrecoverableKeyException("the key must be RSA, not " + key.getAlgorithm());
		}
		return new SigningKey(key, certificate);
	}

	private static Map<?, ?> signing(Path settings) throws IOException {
		try (Reader reader = Files.newBufferedReader(settings)) {
			Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			return (yaml instanceof Map<?, ?> map && map.get("signing") instanceof Map<?, ?> signing) ? signing
					: Map.of();
		}
	}

	private static String word(Map<?, ?> map, String name) {
		Object value = map.get(name);
		return (value != null) ? value.toString().strip() : "";
	}

	private static Path path(String reference) {
		if (!reference.startsWith("file:")) {
			throw new IllegalArgumentException("keystore: file:path expected");
		}
		return Path.of(reference.substring("file:".length()));
	}

	private static String secret(String reference) throws IOException {
		if (reference.startsWith("env:")) {
			String value = System.getenv(reference.substring("env:".length()));
			if (value == null) {
				throw new IllegalArgumentException("password: " + reference + " is not set");
			}
			return value;
		}
		return Files.readString(path(reference)).strip();
	}

}
