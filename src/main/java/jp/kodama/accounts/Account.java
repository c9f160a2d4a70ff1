package jp.kodama.accounts;

import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param name what is typed at sign-in
 * @param title how others see them: {@code 起案者（危機管理担当）}
 * @param password its hash, with the name of the algorithm before it
 * @param roles {@code COMPOSER, APPROVER, ADMIN}
 * @param mustChange whether the password was printed by the engine and may only be used
 * to choose another
 */
record Account(String name, String title, String password, List<String> roles, boolean mustChange) {

	/** The only authority of an account whose password must be changed first. */
	static final String MUST_CHANGE = "ROLE_MUST_CHANGE_PASSWORD";

	Account {
		roles = List.copyOf(roles);
	}

	/** What it may do now. */
	String[] authorities() {
		if (this.mustChange) {
			return new String[] { MUST_CHANGE };
		}
		return this.roles.stream().map((role) -> "ROLE_" + role).toArray(String[]::new);
	}

}
