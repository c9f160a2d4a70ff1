package jp.kodama.audience.residents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A channel that addresses people, as far as their addresses go.
 *
 * @param id its folder's name
 * @param japanese how officers call it
 * @param english the same in English
 * @param languages those it can carry
 * @param form what its addresses look like
 * @param pattern likewise, where the form leaves that open
 */
public record ContactChannel(String id, String japanese, String english, List<String> languages, AddressForm form,
		Pattern pattern) {

	/** Enough to know it by, too little to write to it. */
	private static final int SHOWN = 3;

	public ContactChannel {
		languages = List.copyOf(languages);
	}

	/**
	 * The one way to write an address.
	 * @throws IllegalArgumentException worded for officers, if it is none
	 */
	public String normal(String typed) {
		return this.form.normal(AddressForm.plain(typed), this.pattern);
	}

	/** Whether a link can be sent to its addresses by mail. */
	public boolean byMail() {
		return this.form == AddressForm.MAIL;
	}

	/** An address for eyes that need not see all of it. */
	public static String masked(String address) {
		int at = address.lastIndexOf('@');
		if (at >= 0) {
			return address.substring(0, Math.min(at, 2)) + "…" + address.substring(at);
		}
		return (address.length() <= 2 * SHOWN) ? "…"
				: address.substring(0, SHOWN) + "…" + address.substring(address.length() - SHOWN);
	}

}
