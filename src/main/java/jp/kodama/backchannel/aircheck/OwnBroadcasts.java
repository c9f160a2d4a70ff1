package jp.kodama.backchannel.aircheck;

import java.util.HashSet;
import java.util.Set;

import jp.kodama.backchannel.transcript.BroadcastHeard;
import jp.kodama.speech.Heard;

import org.springframework.stereotype.Component;

/**
 * Recognises our own broadcasts by their sound, so that none is told of twice. Words
 * alone do not count: an officer may say over the microphone what was aired before, with
 * another level.
 */
@Component("ownBroadcasts")
class OwnBroadcasts {

	/** So much of what was heard must be ours, and so many seconds. */
	private static final double PART = 0.5;

	private static final double SECONDS = 6;

	private static final double ALIKE = 0.6;

	private final Airings airings;

	OwnBroadcasts(Airings airings) {
		this.airings = airings;
	}

	BroadcastHeard recognise(BroadcastHeard heard) {
		Spectrum spectrum = new Spectrum(heard.broadcast().sound());
		String text = new Heard(true, heard.words()).text();
		String like = "";
		for (Aired aired : this.airings.lately()) {
			double agreed = Match.of(aired.spectrum(), spectrum).agreed();
			if (agreed >= SECONDS && agreed >= PART * heard.broadcast().voiced()) {
				return heard.known(aired.airing().delivery().id(), "");
			}
			like = (like.isEmpty() && alike(text, aired.words())) ? aired.airing().delivery().id() : like;
		}
		return heard.known("", like);
	}

	/** Whether most pairs of letters of a text are in another. */
	static boolean alike(String text, String other) {
		Set<String> pairs = pairs(text);
		Set<String> known = pairs(other);
		return pairs.size() >= 10 && pairs.stream().filter(known::contains).count() >= ALIKE * pairs.size();
	}

	private static Set<String> pairs(String text) {
		String plain = text.replaceAll("[\\s\\p{P}\\p{S}]", "");
		Set<String> pairs = new HashSet<>();
		for (int i = 0; i + 2 <= plain.length(); i++) {
			pairs.add(plain.substring(i, i + 2));
		}
		return pairs;
	}

}
