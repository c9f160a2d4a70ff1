package jp.kodama.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key pair of somebody who signs, made by the JDK's keytool.
 *
 * @param keystore PKCS #12
 * @param certificate PEM
 */
public record SenderKey(Path keystore, Path certificate) {

	/** Of every keystore. */
	public static final String PASSWORD = "only-for-tests";

	/** A new key, valid from now for a year. */
	public static SenderKey in(Path folder, String name) throws IOException, InterruptedException {
		return in(folder, name, "RSA", "-0d");
	}

	/**
	 * A new key.
	 * @param algorithm RSA or EC
	 * @param start keytool's word for when the certificate's year begins: {@code -2y}
	 */
	public static SenderKey in(Path folder, String name, String algorithm, String start)
			throws IOException, InterruptedException {
		Files.createDirectories(folder);
		SenderKey key = new SenderKey(folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
		keytool("-genkeypair", "-alias", "cap", "-keyalg", algorithm, "-dname", "CN=" + name, "-startdate", start,
				"-validity", "365", "-storetype", "PKCS12", "-keystore", key.keystore.toString(), "-storepass",
				PASSWORD);
		keytool("-exportcert", "-rfc", "-alias", "cap", "-keystore", key.keystore.toString(), "-storepass", PASSWORD,
				"-file", key.certificate.toString());
		return key;
	}

	/** Has a folder's {@code config/cap.yaml} sign with it. */
	public void signs(Path root) throws IOException {
		Path password = Files.writeString(this.keystore.resolveSibling("password.txt"), PASSWORD + "\n");
		Files.createDirectories(root.resolve("config"));
		Files.writeString(root.resolve("config/cap.yaml"),
				"signing: {keystore: \"file:" + this.keystore + "\", password: \"file:" + password + "\"}\n");
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(said);
		}
	}

}
