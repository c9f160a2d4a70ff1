package jp.kodama.policy.version;

/** A version may not be proposed or activated; says why. */
public class PolicyRefused extends RuntimeException {

	private final String japanese;

	PolicyRefused(String japanese, String english) {
		super(english);
		this.japanese = japanese;
	}

	/** The reason, for officers. */
	public String japanese() {
		return this.japanese;
	}

}
