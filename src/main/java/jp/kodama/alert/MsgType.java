package jp.kodama.alert;

/** CAP 1.2 {@code msgType}: what an alert does to those it references. */
public enum MsgType {

	/** New. */
	Alert,
	/** Replaces the alerts it references. */
	Update,
	/** Withdraws the alerts it references; itself says that they are withdrawn. */
	Cancel;

	/** Reads CAP's word; an unknown one is refused, because a Cancel must never air. */
	public static MsgType parse(String word) {
		for (MsgType type : values()) {
			if (type.name().equals(word)) {
				return type;
			}
		}
		throw new InvalidAlert("msgType", "Alert・Update・Cancel のいずれかでなければなりません: " + word,
				"must be Alert, Update or Cancel: " + word);
	}

}
