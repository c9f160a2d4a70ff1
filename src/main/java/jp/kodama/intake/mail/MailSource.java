package jp.kodama.intake.mail;

import java.time.Duration;

import jp.kodama.intake.source.HostPort;
import jp.kodama.intake.source.Peers;
import jp.kodama.intake.source.SourceSettings;

/**
 * The settings of a mail source. A wrong one is refused, with file and field.
 *
 * @param host the address that is listened on
 * @param port its port
 * @param peers who may send
 * @param bytes the largest mail
 * @param connections how many at once
 * @param idle how long one may say nothing
 */
record MailSource(String host, int port, Peers peers, int bytes, int connections, Duration idle) {

	static MailSource of(SourceSettings settings) {
		HostPort address = HostPort.of(settings);
		return new MailSource(address.host(), address.port(), Peers.of(settings), settings.bytes("max-size"),
				settings.whole("connections", 1), settings.duration("idle"));
	}

}
