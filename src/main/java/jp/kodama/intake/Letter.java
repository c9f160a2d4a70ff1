package jp.kodama.intake;

import jp.kodama.intake.xml.Unreadable;

/**
 * Something that came in and is not read yet: what every source hands to
 * {@code direct:received}.
 *
 * @param source the id of the source it came in by
 * @param name what it is kept under; {@link Reception#letter} makes one that is unique
 * and safe
 * @param bytes as they came: one telegram, in the encoding it declares
 * @param fault why this is no whole letter and is only to be refused, in Japanese and
 * English; empty if it is one
 */
public record Letter(String source, String name, byte[] bytes, String fault) {

	/** A whole one. */
	public Letter(String source, String name, byte[] bytes) {
		this(source, name, bytes, "");
	}

	/** What there is of a letter that was too large, cut off or not allowed. */
	public Letter spoiled(Unreadable why) {
		return new Letter(this.source, this.name, this.bytes, String.valueOf(why.getMessage()));
	}

}
