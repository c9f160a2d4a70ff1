package jp.kodama.policy.verdict;

/** What a received message leads to, the strongest last. */
public enum Verdict {

	/**
	 * It cannot be read, or contradicts itself: nothing is done, somebody should look.
	 */
	REJECT,
	/** It does not concern this municipality. */
	IGNORE,
	/** It is kept, and nobody is told. */
	RECORD,
	/** An officer decides; what goes out then is text only. */
	HOLD,
	/** It is released without a person. */
	AUTO;

	/** For officers. */
	public String japanese() {
		return switch (this) {
			case REJECT -> "拒否";
			case IGNORE -> "扱わない";
			case RECORD -> "記録のみ";
			case HOLD -> "職員確認";
			case AUTO -> "自動放送";
		};
	}

	/** Whether an alert comes of it. */
	public boolean alerts() {
		return this == AUTO || this == HOLD;
	}

	/** The stronger of two. */
	public Verdict or(Verdict other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
