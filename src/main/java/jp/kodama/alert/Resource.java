package jp.kodama.alert;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A CAP 1.2 {@code resource}: something to be seen or heard beside the words, such as a
 * video in sign language (手話).
 *
 * @param resourceDesc what it is, for people: {@code 手話動画}
 * @param mimeType RFC 2046: {@code video/mp4}
 * @param uri where it lies, an absolute {@code http} or {@code https} address
 */
public record Resource(String resourceDesc, String mimeType, String uri) {

	public Resource {
		if (resourceDesc.isBlank()) {
			throw new InvalidAlert("resource.resourceDesc", "説明がありません", "is missing");
		}
		if (!mimeType.matches("[\\w.+-]+/[\\w.+-]+(;.*)?")) {
			throw new InvalidAlert("resource.mimeType", "種類（例 video/mp4）ではありません: " + mimeType,
					"is no media type: " + mimeType);
		}
		if (!address(uri)) {
			throw new InvalidAlert("resource.uri", "http か https の住所でなければなりません: " + uri,
					"must be an absolute http or https address: " + uri);
		}
	}

	private static boolean address(String text) {
		try {
			URI uri = new URI(text);
			return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
