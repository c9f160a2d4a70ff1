package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.kodama.speech.Word;

/**
 * Reads what Julius says of one sound: the words, their phonemes and confidence, and when
 * each was said, in frames of 10 ms. A rejected or silent sound has no words.
 */
final class JuliusResult {

	private static final Pattern WORDS = Pattern.compile("(?m)^wseq1: ?(.*)$");

	private static final Pattern PHONEMES = Pattern.compile("(?m)^phseq1: ?(.*)$");

	private static final Pattern CONFIDENCE = Pattern.compile("(?m)^cmscore1: ?(.*)$");

	private static final Pattern ALIGNED = Pattern.compile("(?m)^\\[ *(\\d+) +(\\d+)\\] ");

	private static final long FRAME_MS = 10;

	private JuliusResult() {
	}

	static List<Word> words(String said) {
		String[] words = columns(WORDS, said, " ");
		String[] phonemes = columns(PHONEMES, said, "\\|");
		String[] confidence = columns(CONFIDENCE, said, " ");
		List<Duration[]> times = times(said);
		List<Word> heard = new ArrayList<>();
		for (int i = 0; i < Math.min(words.length, phonemes.length); i++) {
			String kana = Phonemes.kana(phonemes[i]);
			if (!kana.isEmpty()) {
				Duration[] time = (i < times.size()) ? times.get(i) : new Duration[] { Duration.ZERO, Duration.ZERO };
				heard.add(new Word(words[i].split(":", 2)[0], kana,
						(i < confidence.length) ? Double.parseDouble(confidence[i]) : 0, time[0], time[1]));
			}
		}
		return heard;
	}

	private static String[] columns(Pattern line, String said, String by) {
		Matcher found = line.matcher(said);
		return found.find() ? found.group(1).strip().split(by) : new String[0];
	}

	private static List<Duration[]> times(String said) {
		List<Duration[]> times = new ArrayList<>();
		Matcher found = ALIGNED.matcher(said);
		while (found.find()) {
			times.add(new Duration[] { Duration.ofMillis(Long.parseLong(found.group(1)) * FRAME_MS),
					Duration.ofMillis((Long.parseLong(found.group(2)) + 1) * FRAME_MS) });
		}
		return times;
	}

}
