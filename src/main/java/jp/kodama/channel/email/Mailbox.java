package jp.kodama.channel.email;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads a resident's mail address. */
final class Mailbox {

	/** What nearly all look like; the library takes ten times as long to say so. */
	private static final Pattern ORDINARY = Pattern
		.compile("[A-Za-z0-9_+-]++(?:\\.[A-Za-z0-9_+-]++)*+@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++");

	private Mailbox() {
	}

	/**
	 * The address as a mail server takes it, or none. Japanese carriers once gave out
	 * addresses such as {@code a..b.@docomo.ne.jp}, which are in use still; RFC 5321
	 * §4.1.2 carries them in quotes.
	 */
	static Optional<InternetAddress> parse(String address) {
		if (ORDINARY.matcher(address).matches()) {
			InternetAddress ordinary = new InternetAddress();
			ordinary.setAddress(address);
			return Optional.of(ordinary);
		}
		int at = address.lastIndexOf('@');
		if (at < 1 || !address.strip().equals(address)) {
			return Optional.empty();
		}
		String local = address.substring(0, at);
		boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
		boolean quote = dots && local.matches("[A-Za-z0-9._+/?-]+");
		try {
			return Optional
				.of(new InternetAddress(quote ? "\"" + local + "\"" + address.substring(at) : address, true));
		}
		catch (AddressException ex) {
			return Optional.empty();
		}
	}

}
