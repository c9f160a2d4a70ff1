package jp.kodama.speech;

/** An entry of the reading dictionary was refused; names its line and its field. */
public class InvalidReading extends IllegalArgumentException {

	private final int line;

	private final String field;

	private final String japanese;

	InvalidReading(int line, String field, String japanese, String english) {
		super(line + ": " + field + ": " + english);
		this.line = line;
		this.field = field;
		this.japanese = japanese;
	}

	/** From 1. */
	public int line() {
		return this.line;
	}

	/**
	 * {@code written}, {@code reading}, or {@code line} for a line that has not the two.
	 */
	public String field() {
		return this.field;
	}

	/** The reason, for an officer. */
	public String japanese() {
		return this.japanese;
	}

}
