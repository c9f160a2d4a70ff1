package jp.kodama.policy.town;

/**
 * Which policy it is, as every decision says.
 *
 * @param version from 1, counted where two people activate it; 0: it never was
 * @param japanese for officers
 * @param english for engineers
 */
public record Edition(int version, String japanese, String english) {

	/** No policy of the municipality's own. */
	public static final Edition TABLES = new Edition(0, "標準", "default");

	/** One that two people activated. */
	static Edition activated(int version) {
		return new Edition(version, "第" + version + "版", "v" + version);
	}

	/** One that was only read from a file. */
	static Edition file(String name) {
		return new Edition(0, name, name);
	}

}
