package jp.kodama.alert;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What CAP 1.2 names an alert by: the triple {@code sender,identifier,sent} that
 * {@code references} repeats (CAP 1.2 §3.2.1).
 *
 * @param sender who issued it, globally unique, no spaces, commas or {@code < &}
 * @param identifier its number, unique per sender, same restriction
 * @param sent when, to the second, with a zone offset
 */
public record Key(String sender, String identifier, OffsetDateTime sent) {

	private static final DateTimeFormatter CAP_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	public Key {
		plain("sender", sender);
		plain("identifier", identifier);
		sent = sent.withNano(0);
	}

	/** Reads one triple as {@code references} holds it. */
	public static Key parse(String triple) {
		String[] parts = triple.split(",", -1);
		if (parts.length != 3) {
			throw new InvalidAlert("references", "「sender,identifier,sent」の形ではありません: " + triple,
					"not of the form sender,identifier,sent: " + triple);
		}
		try {
			return new Key(parts[0], parts[1], OffsetDateTime.parse(parts[2]));
		}
		catch (DateTimeParseException ex) {
			throw new InvalidAlert("references", "日時を読めません: " + parts[2], "not a date and time: " + parts[2]);
		}
	}

	/** CAP forbids the suffix {@code Z}: UTC is written {@code +00:00}. */
	public static String capTime(OffsetDateTime time) {
		return CAP_TIME.format(time);
	}

	/** The triple as {@code references} holds it. */
	@Override
	public String toString() {
		return this.sender + "," + this.identifier + "," + capTime(this.sent);
	}

	private static void plain(String field, String value) {
		if (value.isBlank() || value.matches("(?s).*[\\s,<&].*")) {
			throw new InvalidAlert(field, "空白・カンマ・< & は使えません: 「" + value + "」",
					"must not be empty nor hold spaces, commas, < or &: \"" + value + "\"");
		}
	}

}
