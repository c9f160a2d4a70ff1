package jp.kodama.intake.tcp;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

import jp.kodama.intake.source.HostPort;
import jp.kodama.intake.source.Peers;
import jp.kodama.intake.source.SourceSettings;

/**
 * The settings of a TCP source. A wrong one is refused, with file and field.
 *
 * @param settings which source
 * @param peers who may connect
 * @param framing a new one for each connection
 * @param limits of connections
 */
record TcpSource(SourceSettings settings, Peers peers, Supplier<Framing> framing, Limits limits) {

	/** Reads them. */
	static TcpSource of(SourceSettings settings) {
		HostPort.of(settings);
		Limits limits = new Limits(settings.bytes("max-size"), settings.whole("connections", 1),
				(int) settings.duration("idle").toSeconds(), settings.duration("whole-within").toSeconds());
		return new TcpSource(settings, Peers.of(settings), framing(settings, limits.bytes()), limits);
	}

	private static Supplier<Framing> framing(SourceSettings settings, int most) {
		String until = settings.option("until");
		ByteOrder order = order(settings);
		int width = settings.whole("length-bytes", 1);
		if (width != 2 && width != 4) {
			throw settings.broken("options.length-bytes", "2 or 4, not " + width);
		}
		if (until.isEmpty()) {
			throw settings.broken("options.until", "not set");
		}
		return switch (settings.option("framing")) {
			case "length" -> () -> new LengthFraming(width, order, most);
			case "newline" -> () -> new TextFraming(new byte[] { '\n' }, false, most);
			case "text" -> () -> new TextFraming(until.getBytes(StandardCharsets.UTF_8), true, most);
			default -> throw settings.broken("options.framing",
					"length, newline or text, not '" + settings.option("framing") + "'");
		};
	}

	private static ByteOrder order(SourceSettings settings) {
		return switch (settings.option("byte-order").toLowerCase(Locale.ROOT)) {
			case "big" -> ByteOrder.BIG_ENDIAN;
			case "little" -> ByteOrder.LITTLE_ENDIAN;
			default -> throw settings.broken("options.byte-order",
					"big or little, not '" + settings.option("byte-order") + "'");
		};
	}

	/**
	 * What a connection may ask of us.
	 *
	 * @param bytes the largest telegram
	 * @param connections how many at once
	 * @param idleSeconds how long one may say nothing
	 * @param withinSeconds how long a telegram may take from its first byte to its last
	 */
	record Limits(int bytes, int connections, int idleSeconds, long withinSeconds) {
	}

}
