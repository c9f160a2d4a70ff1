package jp.kodama.intake.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.kodama.intake.cap.Envelope;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.intake.xml.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the entries of an Atom feed (RFC 4287). */
final class FeedReader {

	private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

	private static final byte[] NOTHING = new byte[0];

	/** What a telegram is most likely sent as, the likeliest first. */
	private static final List<String> TYPES = List.of("application/cap+xml", "application/xml", "text/xml", "");

	private FeedReader() {
	}

	/**
	 * The entries, in the order of issue. One that cannot be used is left out, not the
	 * rest.
	 * @param feed its address, which links may be relative to
	 * @throws Unreadable if it is no feed
	 */
	static List<Entry> read(byte[] bytes, FeedSettings feed, String address) throws Unreadable {
		Node root = SafeXml.parse(bytes);
		if (!root.name().equals("feed") || !root.namespace().equals(Envelope.ATOM)) {
			throw new Unreadable("Atomフィードではありません（" + root.name() + "）", "no Atom feed: " + root.name());
		}
		List<Entry> entries = new ArrayList<>();
		for (Node node : root.all("entry")) {
			try {
				entries.add(entry(node, feed, address));
			}
			catch (Unreadable | DateTimeException | IllegalArgumentException ex) {
				log.warn("{}: an entry of {} cannot be used: {}", feed.source(), address, ex.getMessage());
			}
		}
		entries.sort(Comparator.comparing(Entry::updated).thenComparing(Entry::id));
		return entries;
	}

	private static Entry entry(Node node, FeedSettings feed, String address) throws Unreadable {
		String updated = node.required("updated");
		Instant issued = OffsetDateTime.parse(updated).toInstant();
		String id = node.required("id") + " " + updated;
		if (!node.path("content", "alert").isEmpty()) {
			List<byte[]> inside = Envelope.open(node);
			return new Entry(id, issued, "", inside.get(0));
		}
		String link = link(node);
		URI target = URI.create(address).resolve(link);
		if (link.isEmpty() || !feed.follows(target)) {
			throw new Unreadable("リンクがないか、許されていない先です: " + target,
					"no link, or to a host that is not allowed: " + target);
		}
		return new Entry(id, issued, target.toString(), NOTHING);
	}

	private static String link(Node entry) {
		for (String type : TYPES) {
			for (Node link : entry.all("link")) {
				String rel = link.attribute("rel");
				if (link.attribute("type").equals(type)
						&& (rel.isEmpty() || rel.equals("alternate") || rel.equals("related"))) {
					return link.attribute("href");
				}
			}
		}
		return "";
	}

}
