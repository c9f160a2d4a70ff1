package jp.kodama.backchannel.monitor;

/** What is heard at a monitor just now. */
public enum Hearing {

	/** Something is sounding. */
	SOUND("音あり", "sound", true),
	/** Connected, and quiet. */
	SILENCE("無音", "silence", true),
	/** Only the mains: a cable is loose, or a receiver is off its station. */
	HUM("ハム音（電源の雑音）だけ", "hum only", false),
	/** Ready; nothing comes while nobody speaks. */
	WAITING("待ち受け中", "waiting", true),
	/** Nothing can be heard; it is tried again. */
	DEAD("途絶", "dead", false),
	/** Switched off. */
	OFF("停止中", "off", true);

	private final String japanese;

	private final String english;

	private final boolean well;

	Hearing(String japanese, String english, boolean well) {
		this.japanese = japanese;
		this.english = english;
		this.well = well;
	}

	/** For an officer. */
	public String japanese() {
		return this.japanese;
	}

	/** For an engineer. */
	public String english() {
		return this.english;
	}

	/** Whether nobody needs to look after it. */
	public boolean well() {
		return this.well;
	}

}
