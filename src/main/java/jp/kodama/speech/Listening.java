package jp.kodama.speech;

/** One ear, open for one broadcast or segment; used by one thread at a time. */
public interface Listening extends AutoCloseable {

	/**
	 * Takes the next piece of sound; the recogniser brings it to the rate it wants.
	 * @param sound any length, at the same rate as the piece before
	 * @throws CannotHear when the engine has failed; what was told before stays true
	 */
	void hear(Sound sound);

	/**
	 * Ends: when it returns, the last complete result has been told and nothing more will
	 * be.
	 * @throws CannotHear when the engine failed or gave no answer in time
	 */
	@Override
	void close();

}
