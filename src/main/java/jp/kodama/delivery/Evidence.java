package jp.kodama.delivery;

/** What is known of one delivery to one recipient: the evidence ladder, and beside it. */
public enum Evidence {

	/** In our queue. */
	QUEUED("送信待ち", false),
	/** Our bytes left. */
	HANDED_OVER("送出済み", true),
	/** The provider said that it took them. An HTTP 200 or SMTP 250 is this, not more. */
	ACCEPTED("受付済み", true),
	/** The provider proved that it reached the device or mailbox. */
	DELIVERED("到達", true),
	/** A person opened or confirmed it. */
	READ("既読", true),
	/** Heard back on the air. */
	HEARD("聴取確認", true),
	/** Given up; the detail says why. */
	FAILED("失敗", false),
	/** Its time was over before it could leave. */
	EXPIRED("期限切れ", false),
	/** A newer alert took its place before it could leave. */
	SUPERSEDED("更新により中止", false),
	/** Written to a rehearsal sink; nobody was reached. */
	REHEARSED("リハーサル", true),
	/** It may have left before a crash; a person decides. */
	IN_DOUBT("送出不明", false);

	private final String japanese;

	private final boolean done;

	Evidence(String japanese, boolean done) {
		this.japanese = japanese;
		this.done = done;
	}

	/** As officers read it. */
	public String japanese() {
		return this.japanese;
	}

	/** Whether this recipient needs no further try. */
	public boolean done() {
		return this.done;
	}

}
