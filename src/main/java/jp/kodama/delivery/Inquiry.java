package jp.kodama.delivery;

/**
 * A channel that asks its provider about messages that never got a last word: reports get
 * lost. Asked about once a minute; what it learns it publishes as {@link LateReport}.
 */
public interface Inquiry {

	/**
	 * Asks about what is due. May take its time; must not throw for what a network does.
	 */
	void ask();

}
