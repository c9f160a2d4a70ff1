package jp.kodama.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;

/**
 * All that a {@link Composer} may look at: the same composition gives the same bytes.
 *
 * @param deliveryId names the delivery; stable for an alert, channel and batch, so that a
 * preview shows the very ids that will be aired
 * @param alert the alert to put out
 * @param board what the public sees at this moment; empty for channels that send messages
 * @param channel the channel's settings and folder
 * @param recipients whom this batch is for
 * @param at the instant it is composed for
 */
public record Composition(String deliveryId, Alert alert, Board board, ChannelProfile channel,
		List<Recipient> recipients, Instant at) {

	public Composition {
		recipients = List.copyOf(recipients);
	}

	/** What is in force, newest first. */
	public List<Alert> standing() {
		return this.board.standing();
	}

	/**
	 * The recipients by the language they get: their own where both the alert and the
	 * channel have it; otherwise the channel's first language, or English for who does
	 * not read Japanese.
	 */
	public Map<String, List<Recipient>> byLanguage() {
		return this.recipients.stream()
			.collect(Collectors.groupingBy((recipient) -> language(recipient.language()), java.util.TreeMap::new,
					Collectors.toList()));
	}

	private String language(String wanted) {
		if (spoken(wanted)) {
			return wanted;
		}
		return (!wanted.startsWith("ja") && spoken("en")) ? "en" : this.channel.languages().get(0);
	}

	private boolean spoken(String language) {
		return this.channel.languages().contains(language) && this.alert.info(language).isPresent();
	}

}
