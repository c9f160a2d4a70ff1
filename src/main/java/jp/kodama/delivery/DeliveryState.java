package jp.kodama.delivery;

/** Where a delivery stands. */
public enum DeliveryState {

	/** Waits for its time. */
	QUEUED("送信待ち", Evidence.QUEUED),
	/** A wire has it. */
	SENDING("送出中", Evidence.QUEUED),
	/** The wire answered for every recipient. */
	DONE("完了", Evidence.HANDED_OVER),
	/** Given up. */
	FAILED("失敗", Evidence.FAILED),
	/** The alert's time was over first. */
	EXPIRED("期限切れ", Evidence.EXPIRED),
	/** A newer alert came first. */
	SUPERSEDED("更新により中止", Evidence.SUPERSEDED),
	/** It may have left before a crash: a person decides whether to repeat it. */
	IN_DOUBT("送出不明", Evidence.IN_DOUBT);

	private final String japanese;

	private final Evidence evidence;

	DeliveryState(String japanese, Evidence evidence) {
		this.japanese = japanese;
		this.evidence = evidence;
	}

	/** As officers read it. */
	public String japanese() {
		return this.japanese;
	}

	/** What it says of a recipient of whom nothing else is known. */
	Evidence evidence() {
		return this.evidence;
	}

}
