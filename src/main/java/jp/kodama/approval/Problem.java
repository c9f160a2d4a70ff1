package jp.kodama.approval;

import java.util.Optional;

import jp.kodama.alert.InvalidAlert;

/**
 * Something that stands against releasing an alert.
 *
 * @param field the CAP element at fault, {@code info[en-US].headline}
 * @param japanese the reason, for an officer
 * @param english the same, for an engineer
 * @param warning whether the alert may go out all the same
 */
public record Problem(String field, String japanese, String english, boolean warning) {

	/** Stands in the way. */
	public static Problem refusal(String field, String japanese, String english) {
		return new Problem(field, japanese, english, false);
	}

	/** Should be known before release. */
	public static Problem warning(String field, String japanese, String english) {
		return new Problem(field, japanese, english, true);
	}

	/** What an alert refused by its own rules is told. */
	public static Problem of(InvalidAlert cause) {
		String message = Optional.ofNullable(cause.getMessage()).orElse("");
		String start = cause.field() + ": ";
		return refusal(cause.field(), cause.japanese(),
				message.startsWith(start) ? message.substring(start.length()) : message);
	}

}
