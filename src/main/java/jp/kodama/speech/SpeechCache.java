package jp.kodama.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was said before, by its words; the least recently used go first. */
final class SpeechCache {

	private final Map<Key, Sound> sounds = new LinkedHashMap<>(16, 0.75f, true);

	private final long most;

	private long held;

	SpeechCache(long most) {
		this.most = most;
	}

	synchronized Optional<Sound> find(Key key) {
		return Optional.ofNullable(this.sounds.get(key));
	}

	synchronized void keep(Key key, Sound sound) {
		Sound before = this.sounds.put(key, sound);
		this.held += sound.bytes() - ((before != null) ? before.bytes() : 0);
		var eldest = this.sounds.values().iterator();
		while (this.held > this.most && eldest.hasNext()) {
			this.held -= eldest.next().bytes();
			eldest.remove();
		}
	}

	/** Bytes of sound held now. */
	synchronized long held() {
		return this.held;
	}

	/**
	 * What makes two sounds the same.
	 *
	 * @param voice the engine
	 * @param sentence its words, as spoken
	 * @param rate samples per second
	 */
	record Key(SpeechSynthesizer voice, String sentence, int rate) {
	}

}
