package jp.kodama.policy.town;

import java.util.List;

/**
 * A policy with the places where it is written, so that what is found wrong later can
 * still be named by line.
 */
public final class WrittenPolicy {

	private final TownPolicy policy;

	private final String town;

	private final List<String> places;

	private final YamlSource source;

	WrittenPolicy(TownPolicy policy, String town, List<String> places, YamlSource source) {
		this.policy = policy;
		this.town = town;
		this.places = List.copyOf(places);
		this.source = source;
	}

	/** What it says. */
	public TownPolicy policy() {
		return this.policy;
	}

	/** Whose it says it is, JIS X 0402; empty if it does not say. */
	public String town() {
		return this.town;
	}

	/** A fault of a rule, by its place in {@link TownPolicy#rules()}. */
	public PolicyFault fault(int rule, String japanese, String english) {
		return this.source.fault(this.places.get(rule), japanese, english);
	}

	/** A fault of a field at the top. */
	public PolicyFault fault(String field, String japanese, String english) {
		return this.source.fault("/" + field, japanese, english);
	}

}
