package jp.kodama.intake.feed;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import jp.kodama.intake.source.SourceSettings;

/**
 * How a feed is polled.
 *
 * @param source the source's id
 * @param address of the feed that is asked again and again
 * @param longer the feed that reaches further back; empty if there is none
 * @param every how often one feed may be asked
 * @param within how long one answer may take from first to last
 * @param atOnce how many telegrams are fetched at a time
 * @param most the largest answer, in bytes
 * @param hosts whose links are followed
 */
record FeedSettings(String source, String address, String longer, Duration every, Duration within, int atOnce, int most,
		Set<String> hosts) {

	/** 気象庁's feeds change once a minute; asking more often brings nothing but load. */
	static final Duration RULE = Duration.ofSeconds(60);

	static FeedSettings of(SourceSettings source) {
		URI address = uri(source, "address", source.address());
		String longer = source.option("long");
		Set<String> hosts = new HashSet<>();
		hosts.add(host(address));
		if (!longer.isEmpty()) {
			hosts.add(host(uri(source, "options.long", longer)));
		}
		Arrays.stream(source.option("hosts").split("[,\\s]+")).filter((host) -> !host.isEmpty()).forEach(hosts::add);
		Duration every = source.duration("every");
		if (every.compareTo(RULE) < 0 && !loopback(address)) {
			throw source.broken("options.every", "no feed is asked more than once in " + RULE.toSeconds() + "s");
		}
		return new FeedSettings(source.id(), address.toString(), longer, every, source.duration("within"),
				source.whole("at-once", 1), source.bytes("max-size"), hosts);
	}

	/**
	 * Whether a link is followed: to a known host, and not from a secured feed to an
	 * unsecured telegram. A feed must not send us around the town's own network.
	 */
	boolean follows(URI link) {
		boolean secured = "https".equals(link.getScheme());
		boolean plain = "http".equals(link.getScheme()) && !this.address.startsWith("https:");
		return (secured || plain) && link.getHost() != null && this.hosts.contains(host(link));
	}

	private static URI uri(SourceSettings source, String field, String text) {
		try {
			URI uri = new URI(text);
			if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			throw source.broken(field, "needs an http or https address, not '" + text + "'");
		}
		throw source.broken(field, "needs an http or https address, not '" + text + "'");
	}

	private static String host(URI uri) {
		return uri.getHost() + ((uri.getPort() < 0) ? "" : ":" + uri.getPort());
	}

	/** Only what names this machine is looked up. */
	private static boolean loopback(URI uri) {
		String host = uri.getHost();
		try {
			return host.equals("localhost")
					|| (host.matches("[0-9.]+|\\[.*\\]") && InetAddress.getByName(host).isLoopbackAddress());
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
