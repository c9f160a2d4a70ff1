package jp.kodama.channel.sms.provider;

/**
 * One way to send texts. Called by as many threads at once as its address allows
 * ({@code connections}).
 */
public interface Provider extends AutoCloseable {

	/**
	 * Sends one text, once, and waits for the provider's answer. Never throws for what a
	 * provider or a network does; that is an answer too.
	 */
	Answer send(Text text);

	/** How many of the texts it allows a second this one is. */
	default int cost(Text text) {
		return 1;
	}

	/** Called about once a minute: whatever keeps it connected. */
	default void tend() {
	}

	@Override
	void close();

}
