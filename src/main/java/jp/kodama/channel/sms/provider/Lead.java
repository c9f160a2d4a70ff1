package jp.kodama.channel.sms.provider;

/** What a provider's answer leads to; the tables in {@code channels/sms} name them. */
public enum Lead {

	/** It has the text. */
	TAKEN,
	/** Never to this number. */
	FINAL,
	/** Whoever has this number said stop: never again. */
	STOP,
	/** Not by this provider; by another perhaps. */
	NEXT,
	/** Not now; nothing is wrong with the number. */
	RETRY,
	/** We are too fast, for this provider. */
	BUSY,
	/** Our own account or settings are wrong: somebody must mend them. */
	ALARM,
	/** No answer came: it may have the text or not. */
	SILENT;

	/** Whether the provider itself is in trouble, rather than the number or our pace. */
	boolean trouble() {
		return this == RETRY || this == ALARM || this == SILENT;
	}

}
