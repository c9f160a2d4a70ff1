package jp.kodama.speech;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.NullAudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Speaks English by FreeTTS's kevin16, 16 kHz. Refuses other scripts: given Japanese,
 * FreeTTS reports success and puts out 0.2 s of nothing.
 */
final class FreeTts implements SpeechSynthesizer {

	private final int wordsPerMinute;

	private @Nullable Voice voice;

	FreeTts(int wordsPerMinute) {
		this.wordsPerMinute = wordsPerMinute;
	}

	@Override
	public boolean speaks(String language) {
		return language.equals("en") || language.startsWith("en-");
	}

	@Override
	public String unavailable() {
		return "";
	}

	@Override
	public synchronized Sound speak(String sentence, String language) {
		if (!speaks(language)) {
			throw new CannotSpeak("FreeTTS は英語だけを話します / speaks English only, not " + language);
		}
		Recording recording = new Recording();
		Voice kevin = voice();
		kevin.setAudioPlayer(recording);
		if (!kevin.speak(latin(sentence))) {
			throw new CannotSpeak("FreeTTS が失敗しました / failed: " + sentence);
		}
		Sound sound = recording.sound();
		if (sound.peak() == 0) {
			throw new CannotSpeak("音声になりません / became no speech: " + sentence);
		}
		return sound;
	}

	/** Loaded at first use: the lexicon takes memory. */
	private Voice voice() {
		if (this.voice == null) {
			Voice kevin = Arrays.stream(new KevinVoiceDirectory().getVoices())
				.filter((one) -> one.getName().equals("kevin16"))
				.findFirst()
				.orElseThrow();
			kevin.allocate();
			kevin.setRate(this.wordsPerMinute);
			this.voice = kevin;
		}
		return this.voice;
	}

	/** Plain letters without their accents: {@code Ōtsu} is Otsu. */
	private static String latin(String sentence) {
		String text = Normalizer.normalize(sentence, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
		Scripts.check("英語", text, Set.of(Character.UnicodeScript.LATIN));
		return text.replaceAll("[^\\p{ASCII}]", " ");
	}

	/** What FreeTTS would play; this machine has no loudspeaker. */
	private static final class Recording extends NullAudioPlayer {

		private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();

		@Override
		public boolean write(byte[] data) {
			return write(data, 0, data.length);
		}

		@Override
		public boolean write(byte[] data, int offset, int size) {
			this.pcm.write(data, offset, size);
			return true;
		}

		Sound sound() {
			return Sound.ofPcm((int) getAudioFormat().getSampleRate(), this.pcm.toByteArray(),
					getAudioFormat().isBigEndian());
		}

	}

}
