package jp.kodama.accounts;

import java.security.SecureRandom;

/** Makes passwords that can be read off a screen and typed without doubt. */
final class OneTimePassword {

	/** No 0/O, 1/l/I: they are mistaken for each other. 31 letters, 5 bits each. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private OneTimePassword() {
	}

	/** Four groups of four: 79 bits. */
	static String next() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			if (i > 0 && i % 4 == 0) {
				password.append('-');
			}
			password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

}
