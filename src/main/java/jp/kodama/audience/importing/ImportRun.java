package jp.kodama.audience.importing;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * One file from upload to the last row taken in.
 */
public final class ImportRun {

	private final String id;

	private final String name;

	private final String officer;

	private final Path file;

	private final Progress checked = new Progress();

	private final Progress taken = new Progress();

	private volatile Stage stage = Stage.CHECKING;

	private volatile String charset = "";

	private volatile @Nullable String refused;

	ImportRun(String id, String name, String officer, Path file) {
		this.id = id;
		this.name = name;
		this.officer = officer;
		this.file = file;
	}

	/** Names it. */
	public String id() {
		return this.id;
	}

	/** What the officer's file is called. */
	public String name() {
		return this.name;
	}

	/** Who brought it: nobody else may take it in. */
	public String officer() {
		return this.officer;
	}

	/** Where it stands. */
	public Stage stage() {
		return this.stage;
	}

	/** In what letters it is written. */
	public String charset() {
		return this.charset;
	}

	/** What the check found. */
	public Progress checked() {
		return this.checked;
	}

	/** What was taken in. */
	public Progress taken() {
		return this.taken;
	}

	/** Why it cannot be used; null if it can. */
	public @Nullable String refused() {
		return this.refused;
	}

	/** The list of bad rows, CSV. */
	public Path bad() {
		return this.file.resolveSibling(this.id + ".bad.csv");
	}

	Path file() {
		return this.file;
	}

	void checked(String charset) {
		this.charset = charset;
		this.stage = Stage.CHECKED;
	}

	void to(Stage stage) {
		this.stage = stage;
	}

	void refuse(String why) {
		this.refused = why;
		this.stage = Stage.REFUSED;
	}

	/** Where a file stands. */
	public enum Stage {

		/** Every row is being read. */
		CHECKING,
		/** An officer decides. */
		CHECKED,
		/** Rows are being written. */
		TAKING,
		/** All is written. */
		TAKEN,
		/** Nothing more comes of it. */
		REFUSED

	}

}
