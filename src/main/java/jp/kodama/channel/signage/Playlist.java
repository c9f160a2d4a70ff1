package jp.kodama.channel.signage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * What goes round on a screen.
 *
 * @param tag names its contents: the same slides have the same tag
 * @param composed when
 * @param town who speaks, for the time when there is nothing to say
 * @param slides in order; none: nothing is in force
 */
record Playlist(String tag, Instant composed, String town, List<Slide> slides) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	Playlist {
		slides = List.copyOf(slides);
	}

	/** A playlist of these slides. */
	static Playlist of(Instant composed, String town, List<Slide> slides) {
		return new Playlist(tag(town + JSON.writeValueAsString(slides)), composed, town, slides);
	}

	static Playlist parse(String json) {
		return JSON.readValue(json, Playlist.class);
	}

	String json() {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
	}

	private static String tag(String contents) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(contents.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
