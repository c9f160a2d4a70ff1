package jp.kodama.channel.radio.contact;

import java.net.URI;
import java.nio.file.Path;

/** Makes contacts from how an operator writes them. */
public final class Contacts {

	private static final String STATE = "{state}";

	private Contacts() {
	}

	/**
	 * {@code file:/path} or {@code http://relay/…{state}…}.
	 * @param address where it is
	 * @param closed the word that closes it; empty for {@code 1}, over HTTP {@code on}
	 * @param open the word that opens it; empty for {@code 0}, over HTTP {@code off}
	 * @throws IllegalArgumentException if it is neither, or an HTTP address has no
	 * {@code {state}}
	 */
	public static ControlContact of(String address, String closed, String open) {
		if (address.startsWith("file:")) {
			return new FileContact(Path.of(address.substring("file:".length())), word(closed, "1"), word(open, "0"));
		}
		if ((address.startsWith("http://") || address.startsWith("https://")) && address.contains(STATE)) {
			return new HttpContact(URI.create(address.replace(STATE, word(closed, "on"))),
					URI.create(address.replace(STATE, word(open, "off"))));
		}
		throw new IllegalArgumentException(
				"接点の形が違います / a contact is file:/path or http://relay/path/{state}, not: " + address);
	}

	private static String word(String given, String otherwise) {
		return given.isEmpty() ? otherwise : given;
	}

}
