package jp.kodama.audience.importing;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a file beside those of the channels' addresses. */
enum Column {

	/** The municipality's own number; must be there, and be there once. */
	NUMBER("番号"),
	/** May be left out. */
	NAME("氏名"),
	/** A code such as ja or en; ja if empty. */
	LANGUAGE("言語"),
	/** 地区; unknown if empty. */
	DISTRICT("地区"),
	/** Several are parted by semicolons. */
	GROUPS("グループ"),
	/** Yes, no, withdrawn. */
	CONSENT("同意"),
	/** On paper, by mail … */
	HOW("同意方法"),
	/** A day, 2026-11-21 or 2026/11/21. */
	WHEN("同意日"),
	/** 22:00-6:00. */
	QUIET("静穏時間");

	private final String japanese;

	Column(String japanese) {
		this.japanese = japanese;
	}

	String japanese() {
		return this.japanese;
	}

	static Optional<Column> named(String name) {
		return Arrays.stream(values())
			.filter((one) -> one.japanese.equals(name) || one.name().equalsIgnoreCase(name))
			.findFirst();
	}

}
