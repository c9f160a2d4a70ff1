package jp.kodama.alert;

/**
 * An alert was refused. Names the field at fault, in CAP's own words, so that whoever
 * entered it can mend it.
 */
public class InvalidAlert extends IllegalArgumentException {

	private final String field;

	private final String japanese;

	/** A refusal of one field, explained to an officer and to an engineer. */
	public InvalidAlert(String field, String japanese, String english) {
		super(field + ": " + english);
		this.field = field;
		this.japanese = japanese;
	}

	/** The CAP element, with a path where it is nested: {@code info[en].headline}. */
	public String field() {
		return this.field;
	}

	/** The reason, for an officer. */
	public String japanese() {
		return this.japanese;
	}

}
