package jp.kodama.rendering.cap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.testing.SenderKey;

/** Signs documents of others in tests. */
public final class CapSeals {

	private CapSeals() {
	}

	/** The document, signed. */
	public static byte[] seal(SenderKey key, String document) throws IOException {
		Path root = Files.createTempDirectory(key.keystore().getParent(), "root");
		key.signs(root);
		return Signing.load(root).sign(document.getBytes(StandardCharsets.UTF_8));
	}

}
