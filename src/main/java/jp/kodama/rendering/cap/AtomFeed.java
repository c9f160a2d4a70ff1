package jp.kodama.rendering.cap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLStreamException;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;

/**
 * An Atom feed (RFC 4287) of alerts, each with a link to its CAP document, which lies
 * beside the feed as {@code <identifier>.cap.xml}.
 *
 * @param source what the feed is known by for ever, its {@code atom:id} is made of it
 * @param publisher who speaks: {@code 穴水町}
 * @param updated when its contents last changed
 * @param pages where the pages for people lie, seen from the feed: {@code ../alerts/};
 * empty if there are none
 */
public record AtomFeed(String source, String publisher, Instant updated, String pages) {

	/** The media type of a feed. */
	public static final String MEDIA_TYPE = "application/atom+xml";

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	/** The feed in UTF-8, its entries in the order given. */
	public byte[] write(List<Alert> alerts) {
		try {
			XmlText xml = new XmlText().root("feed", "http://www.w3.org/2005/Atom")
				.attribute("xml:lang", "ja")
				.leaf("id", id("feed " + this.source))
				.leaf("title", this.publisher + " 緊急情報 / Emergency alerts")
				.leaf("updated", Key.capTime(OffsetDateTime.ofInstant(this.updated, JAPAN)))
				.open("author")
				.leaf("name", this.publisher)
				.close()
				.empty("link", "rel", "self", "type", MEDIA_TYPE, "href", "alerts.atom");
			for (Alert alert : alerts) {
				entry(xml, alert);
			}
			return xml.close().toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("writing to memory", ex);
		}
	}

	private void entry(XmlText xml, Alert alert) throws XMLStreamException {
		Info info = alert.main();
		String name = CapFile.name(alert.identifier());
		xml.open("entry")
			.leaf("id", id(alert.key().toString()))
			.leaf("title", info.text().headline())
			.leaf("updated", Key.capTime(alert.sent()))
			.open("author")
			.leaf("name", info.text().senderName().isEmpty() ? this.publisher : info.text().senderName())
			.close()
			.empty("link", "rel", "alternate", "type", CapDocuments.MEDIA_TYPE, "href", name + ".cap.xml");
		if (!this.pages.isEmpty()) {
			xml.empty("link", "rel", "alternate", "type", "text/html", "hreflang", "ja", "href",
					this.pages + name + ".html");
		}
		xml.empty("category", "term", info.classification().event())
			.leaf("summary", summary(info.text().instruction(), info.text().description()))
			.close();
	}

	/** The action first; both whole, because the site may be out of reach later. */
	private static String summary(String action, String description) {
		return (action + "\n" + description).strip();
	}

	/** The same for the same thing, whoever asks. */
	private static String id(String of) {
		return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
	}

}
