package jp.kodama.backchannel.aircheck;

import java.util.Locale;

/**
 * What the air check says of one recording.
 *
 * @param heard whether the broadcast was heard, whole and unchanged
 * @param score 0–1
 * @param why what decided, for people, Japanese first
 * @param match the comparison of the sounds
 */
record Verdict(boolean heard, double score, String why, Match match) {

	private static final double GOOD = 0.8;

	/** So much may be lost to noise. */
	private static final double LOST = 0.02;

	/** Half a second that agrees less was something else, or nothing. */
	private static final double PHRASE = 0.45;

	/** A loud quarter of a second that agrees less was another word. */
	private static final double WORD = 0.75;

	/** Less is not the broadcast at all. */
	private static final double POOR = 0.55;

	/** Judges by the sounds alone. */
	static Verdict of(Match match) {
		if (match.score() < POOR && match.agreed() < 5) {
			return not(match, "放送の音がありません / no sound of it");
		}
		if (match.lost() > LOST) {
			return not(match,
					String.format(Locale.ROOT,
							"放送の%.0f％が聞こえないか違います（%.1f秒付近） / %.0f %% of it is missing or differs, at %.1f s",
							100 * match.lost(), match.worst().at(), 100 * match.lost(), match.worst().at()));
		}
		if (match.jump().isPresent()) {
			return differs(match, match.jump().getAsDouble());
		}
		if (match.worstWord().agreement() < WORD) {
			return differs(match, match.worstWord().at());
		}
		if (match.score() < GOOD || match.worst().agreement() < PHRASE) {
			return differs(match, match.worst().at());
		}
		return new Verdict(true, match.score(), "音の照合による / by its sound", match);
	}

	private static Verdict differs(Match match, double at) {
		return not(match, String.format(Locale.ROOT,
				"%.1f秒付近が送った音と違います / garbled: differs from what was sent at %.1f s", at, at));
	}

	private static Verdict not(Match match, String why) {
		return new Verdict(false, match.score(), why, match);
	}

}
