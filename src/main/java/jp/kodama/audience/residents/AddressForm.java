package jp.kodama.audience.residents;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * What an address of a channel looks like. The same address typed in different ways
 * becomes one, so that nobody is written to twice.
 */
enum AddressForm {

	/** A telephone number anywhere in the world; without +, one of Japan. */
	PHONE {
		@Override
		String normal(String typed, Pattern pattern) {
			try {
				PhoneNumber number = PHONES.parse(typed, "JP");
				if (PHONES.isValidNumber(number) && number.getExtension().isEmpty()) {
					return PHONES.format(number, PhoneNumberFormat.E164);
				}
			}
			catch (NumberParseException ex) {
				// As bad as a number that nobody can have.
			}
			throw new IllegalArgumentException("電話番号ではありません / not a telephone number");
		}
	},

	/** A mail address; its domain may be written in Japanese (RFC 5890). */
	MAIL {
		@Override
		String normal(String typed, Pattern pattern) {
			int at = typed.lastIndexOf('@');
			String local = typed.substring(0, Math.max(at, 0));
			// RFC 5321 §4.5.3.1.1; carriers once gave out addresses with dots anywhere.
			if (!LOCAL.matcher(local).matches()) {
				throw new IllegalArgumentException("メールアドレスではありません / not a mail address");
			}
			try {
				String domain = IDN.toASCII(typed.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
				if (DOMAIN.matcher(domain).matches()) {
					return local + "@" + domain;
				}
			}
			catch (IllegalArgumentException ex) {
				// As bad as a domain that nobody can have.
			}
			throw new IllegalArgumentException("メールアドレスの @ の後が正しくありません / no mail domain");
		}
	},

	/** Whatever the provider calls somebody, by the pattern of the channel's folder. */
	OPAQUE {
		@Override
		String normal(String typed, Pattern pattern) {
			if (!pattern.matcher(typed).matches()) {
				throw new IllegalArgumentException("この手段の宛先の形ではありません / not of this channel's form");
			}
			return typed;
		}
	};

	private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

	private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");

	private static final Pattern DOMAIN = Pattern
		.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

	/**
	 * The one way to write it.
	 * @throws IllegalArgumentException worded for officers, without the address itself
	 */
	abstract String normal(String typed, Pattern pattern);

	/** Full-width letters and the like made plain. */
	static String plain(String typed) {
		return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
	}

}
