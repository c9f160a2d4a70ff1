package jp.kodama.alert;

/** CAP 1.2 {@code status}: whether an alert is meant. */
public enum Status {

	/** Meant. */
	Actual,
	/** 訓練: reaches rehearsal sinks only, and every output says that it is a drill. */
	Exercise,
	/** 試験: as a drill. */
	Test;

	/** Reads CAP's word; anything else is refused, never guessed. */
	public static Status parse(String word) {
		for (Status status : values()) {
			if (status.name().equals(word)) {
				return status;
			}
		}
		throw new InvalidAlert("status", "Actual・Exercise・Test のいずれかでなければなりません: " + word,
				"must be Actual, Exercise or Test: " + word);
	}

	/** Whether this must never touch a live wire. */
	public boolean drill() {
		return this != Actual;
	}

}
