package jp.kodama.intake.source;

/** How a source is doing, at a glance. */
public enum Light {

	/** Heard in time, and the last was good. */
	OK("正常", "ok"),
	/** Nothing heard for longer than it may be silent. */
	SILENT("途絶", "silent"),
	/** It does not run, or the last that came was refused. */
	ERROR("異常", "error"),
	/** Switched off. */
	OFF("停止中", "off");

	private final String japanese;

	private final String english;

	Light(String japanese, String english) {
		this.japanese = japanese;
		this.english = english;
	}

	/** For an officer. */
	public String japanese() {
		return this.japanese;
	}

	/** For an engineer. */
	public String english() {
		return this.english;
	}

}
