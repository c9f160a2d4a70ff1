package jp.kodama.policy.version;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code $KODAMA_HOME/policy/}: the active and the proposed policy as files, for those
 * who have no store at hand ({@code ./kodama explain}). The store is the truth.
 */
@Component
class PolicyFiles {

	private final Path folder;

	PolicyFiles(@Value("${kodama.home}") Path home) {
		this.folder = home.resolve("policy");
	}

	/**
	 * Makes a file hold a text, or not be there. Whoever reads meanwhile sees all of it.
	 */
	boolean keep(String name, Optional<String> text) throws IOException {
		Path file = this.folder.resolve(name);
		if (text.isEmpty()) {
			return Files.deleteIfExists(file);
		}
		if (Files.exists(file) && Files.readString(file).equals(text.get())) {
			return false;
		}
		Files.createDirectories(this.folder);
		Path next = this.folder.resolve("." + name + ".part");
		try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.get());
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
		Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		return true;
	}

}
