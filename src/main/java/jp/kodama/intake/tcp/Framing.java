package jp.kodama.intake.tcp;

import io.netty.buffer.ByteBuf;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Finds where one telegram of a connection ends and the next begins. One for each
 * connection.
 */
interface Framing {

	/**
	 * The next whole telegram, taken out of what has come.
	 * @return null if it has not come as a whole; empty for a sign of life
	 * @throws Unreadable if it is too large, or its length cannot be true
	 */
	byte @Nullable [] next(ByteBuf in) throws Unreadable;

	/**
	 * What the end of the connection makes of the rest.
	 * @return whether it is a whole telegram
	 */
	boolean wholeAtEnd();

	/** A telegram is larger than is taken. */
	static Unreadable tooLarge(long bytes, int most) {
		return new Unreadable("大きすぎます（" + bytes + " バイト以上、上限 " + most + "）",
				"too large: " + bytes + " bytes or more, at most " + most);
	}

}
