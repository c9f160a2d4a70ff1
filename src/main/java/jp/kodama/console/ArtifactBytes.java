package jp.kodama.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import jp.kodama.delivery.ChannelSettings;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Serves an artifact's bytes. They may be a page made from anybody's words: no script of
 * it runs, it loads nothing from elsewhere and sends nothing anywhere.
 */
@Component
class ArtifactBytes {

	private static final String POLICY = "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; "
			+ "style-src 'self' 'unsafe-inline'; media-src 'self'; font-src 'self'; frame-ancestors 'self'";

	private final Viewer viewer;

	ArtifactBytes(Viewer viewer) {
		this.viewer = viewer;
	}

	ResponseEntity<Resource> of(ChannelSettings channel, String mediaType, byte[] bytes) {
		if (mediaType.startsWith("message/rfc822")) {
			return page(MailView.read(bytes).map(MailView::html).orElse(""));
		}
		Optional<String> explained = this.viewer.explained(channel, mediaType, bytes);
		return explained.isPresent() ? page(explained.get()) : served(MediaType.parseMediaType(mediaType), bytes);
	}

	private static ResponseEntity<Resource> page(String html) {
		return served(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
				html.getBytes(StandardCharsets.UTF_8));
	}

	/** As a resource, so that a player may ask for a part of a sound. */
	private static ResponseEntity<Resource> served(MediaType type, byte[] bytes) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
			.header("Content-Security-Policy", POLICY)
			.body(new ByteArrayResource(bytes));
	}

}
