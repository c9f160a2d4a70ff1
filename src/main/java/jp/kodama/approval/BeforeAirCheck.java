package jp.kodama.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import jp.kodama.speech.alignment.BeforeAir;
import jp.kodama.speech.alignment.BeforeAir.Line;
import jp.kodama.speech.alignment.Proof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Listens to what a channel that is heard would air, to the very bytes of its preview.
 * Takes seconds; the same sound is listened to once.
 */
@Component
public class BeforeAirCheck {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** A broadcast takes some megabytes. */
	private static final int KEPT = 8;

	private final Previews previews;

	private final BeforeAir ear;

	private final ConcurrentLruCache<Recording, List<Proof>> known = new ConcurrentLruCache<>(KEPT, this::listen);

	BeforeAirCheck(Previews previews, BeforeAir ear) {
		this.previews = previews;
		this.ear = ear;
	}

	/** Why nothing can be listened to in a language here; empty if it can. */
	public String unavailable(String language) {
		return this.ear.unavailable(language);
	}

	/**
	 * What was understood of each phrase, once if it is repeated; nothing of a channel
	 * that does not say where its phrases are.
	 * @throws jp.kodama.speech.CannotHear if a recogniser failed
	 * @throws jp.kodama.speech.CannotSpeak if the voice that knows the readings is
	 * missing
	 * @throws jp.kodama.alert.InvalidAlert if the channel cannot carry it
	 */
	public List<Proof> of(Alert alert, ChannelSettings channel) {
		byte[] sound = {};
		byte[] phrases = {};
		for (Artifact artifact : this.previews.of(alert, channel)) {
			sound = artifact.mediaType().equals("audio/wav") ? artifact.content() : sound;
			phrases = artifact.name().equals("phrases.json") ? artifact.content() : phrases;
		}
		return (sound.length > 0 && phrases.length > 0) ? this.known.get(new Recording(sound, phrases)) : List.of();
	}

	private List<Proof> listen(Recording recording) {
		List<Line> lines = new ArrayList<>();
		for (JsonNode phrase : JSON.readTree(recording.phrases).path("phrases")) {
			if (phrase.path("kind").asString("").equals("WORDS")) {
				lines.add(new Line(phrase.path("language").asString(""), phrase.path("words").asString(""),
						phrase.path("from").asInt(0), phrase.path("to").asInt(0)));
			}
		}
		try {
			return this.ear.listen(Sound.ofWav(recording.sound), lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A sound and what is said where in it; alike if both are, to the last byte. */
	private record Recording(byte[] sound, byte[] phrases) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Recording one && Arrays.equals(this.sound, one.sound)
					&& Arrays.equals(this.phrases, one.phrases);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.phrases);
		}

	}

}
