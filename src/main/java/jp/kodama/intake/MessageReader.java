package jp.kodama.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;

import jp.kodama.intake.michibiki.MichibikiReader;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;

import org.springframework.util.function.SingletonSupplier;

/**
 * Reads what comes in, whichever of the known forms it has: XML, or a sentence of
 * Michibiki. The satellites' code lists are read when the first sentence comes.
 */
public final class MessageReader {

	private final SingletonSupplier<MichibikiReader> michibiki;

	/**
	 * One for an installation.
	 * @param config the folder {@code config}
	 */
	public MessageReader(Path config) {
		this.michibiki = SingletonSupplier.of(() -> new MichibikiReader(config));
	}

	/**
	 * When a message says that it was issued, the first of several in an envelope; empty
	 * if it cannot be used.
	 */
	public Optional<OffsetDateTime> issued(byte[] bytes) {
		try {
			return Optional.of(read(bytes).issue().reported());
		}
		catch (Bulletins.Several ex) {
			return ex.messages().stream().flatMap((one) -> issued(one).stream()).min(Comparator.naturalOrder());
		}
		catch (Unreadable ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads one message.
	 * @throws Bulletins.Several if it is an envelope of several
	 * @throws Unreadable if it cannot be used
	 */
	Bulletin read(byte[] bytes) throws Unreadable {
		return MichibikiReader.meant(bytes) ? this.michibiki.obtain().read(bytes, Instant.now())
				: Bulletins.read(bytes);
	}

}
