package jp.kodama.bench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.bench.Chime;
import jp.kodama.bench.Microphone;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;

/**
 * What an officer says: a chime, phrases that each end with a word to look for, a chime.
 *
 * @param sound all of it
 * @param phrases the word to look for → when its phrase begins and ends, in seconds
 */
record Announcement(Sound sound, Map<String, double[]> phrases) {

	private static final Map<String, Map<String, String>> SAID = Map.of("en",
			lines("The water will be cut off tomorrow morning.", "morning", "Please fill your bath before supper.",
					"supper", "Listen to the radio for more information.", "information"),
			"ja", lines("モロハシ地区で、断水しています。", "断水", "給水は、午後三時に始まります。", "始まり", "飲み水を、持って帰ってください。", "帰っ"));

	private static Map<String, String> lines(String... pairs) {
		Map<String, String> lines = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			lines.put(pairs[i], pairs[i + 1]);
		}
		return lines;
	}

	static Announcement in(String language, Voices voices) {
		List<Sound> parts = new ArrayList<>(List.of(Chime.up(), pause(1)));
		Map<String, double[]> phrases = new LinkedHashMap<>();
		SAID.get(language).forEach((line, word) -> {
			double begins = Sound.join(parts).seconds();
			voices.speak(line, language, Microphone.RATE).forEach((one) -> parts.add(one.levelled(-20)));
			phrases.put(word, new double[] { begins, Sound.join(parts).seconds() });
			parts.add(pause(1.5));
		});
		parts.add(Chime.down());
		return new Announcement(Sound.join(parts), phrases);
	}

	private static Sound pause(double seconds) {
		return Sound.silence(Microphone.RATE, Duration.ofMillis((long) (1000 * seconds)));
	}

}
