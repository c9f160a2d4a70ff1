package jp.kodama.channel.email;

/** Takes addresses that no mail is to be sent to any more. */
@FunctionalInterface
interface Gone {

	/**
	 * Lets it be known.
	 * @param address as the resident gave it
	 * @param words the server's
	 */
	void gone(String address, String words);

}
