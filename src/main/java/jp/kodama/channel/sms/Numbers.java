package jp.kodama.channel.sms;

import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Telephone numbers as people write them: {@code 090-1234-5678}, {@code ０９０…},
 * {@code +81 (0)90 …}. Without a country they are Japanese.
 */
final class Numbers {

	private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

	/** Japanese and in E.164 already, as most are that come from our own lists. */
	private static final Pattern READY = Pattern.compile("\\+81[1-9]\\d{8,9}");

	private Numbers() {
	}

	/** In E.164; empty if it cannot be a telephone number by its length. */
	static Optional<String> e164(String written) {
		if (READY.matcher(written).matches()) {
			return Optional.of(written);
		}
		try {
			PhoneNumber number = LIBRARY.parse(written, "JP");
			return LIBRARY.isPossibleNumber(number) ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
					: Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

}
