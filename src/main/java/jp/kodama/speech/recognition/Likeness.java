package jp.kodama.speech.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How far what was heard sounds from a name, 0 for the same: what a foreign ear confuses
 * costs less. Vowels of a foreign name are hardly ever heard as they are, and sounds come
 * in between; its own consonants are seldom lost.
 */
final class Likeness {

	private static final List<Set<String>> ALIKE = groups("s z", "sh zh jh ch s", "t d", "k g", "p b", "m n ng", "f v",
			"l r", "th dh", "w uw", "y iy");

	private static final double OTHER_VOWEL = 0.25;

	private static final double ALIKE_SOUND = 0.4;

	private static final double OTHER_SOUND = 1.6;

	private Likeness() {
	}

	private static List<Set<String>> groups(String... groups) {
		return Arrays.stream(groups).map((group) -> Set.of(group.split(" "))).toList();
	}

	/** For each sound of the name. */
	static double distance(List<String> name, List<String> heard) {
		double[] before = new double[heard.size() + 1];
		for (int j = 1; j < before.length; j++) {
			before[j] = before[j - 1] + added(heard.get(j - 1));
		}
		for (String sound : name) {
			double[] now = new double[before.length];
			now[0] = before[0] + missed(sound);
			for (int j = 1; j < now.length; j++) {
				String other = heard.get(j - 1);
				now[j] = Math.min(before[j - 1] + changed(sound, other),
						Math.min(before[j] + missed(sound), now[j - 1] + added(other)));
			}
			before = now;
		}
		return before[heard.size()] / Math.max(1, name.size());
	}

	private static double missed(String sound) {
		return vowel(sound) ? 0.7 : 1.5;
	}

	private static double added(String sound) {
		return vowel(sound) ? 0.3 : 0.8;
	}

	private static double changed(String one, String other) {
		if (one.equals(other)) {
			return 0;
		}
		if (vowel(one) && vowel(other)) {
			return OTHER_VOWEL;
		}
		return ALIKE.stream().anyMatch((group) -> group.contains(one) && group.contains(other)) ? ALIKE_SOUND
				: OTHER_SOUND;
	}

	private static boolean vowel(String sound) {
		return "aeiou".indexOf(sound.charAt(0)) >= 0;
	}

}
