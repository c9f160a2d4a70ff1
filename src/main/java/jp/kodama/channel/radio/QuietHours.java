package jp.kodama.channel.radio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what can wait is not aired, in Japanese time; may pass midnight. From and until
 * the same: never.
 *
 * @param from {@code 21:00}
 * @param until {@code 07:00}
 */
record QuietHours(@DefaultValue("00:00") String from, @DefaultValue("00:00") String until) {

	static final QuietHours NONE = new QuietHours("00:00", "00:00");

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	QuietHours {
		LocalTime.parse(from);
		LocalTime.parse(until);
	}

	/** How long it stays quiet, if it is quiet now. */
	Optional<Duration> left(Instant now) {
		ZonedDateTime here = now.atZone(JAPAN);
		LocalTime time = here.toLocalTime();
		LocalTime begin = LocalTime.parse(this.from);
		LocalTime end = LocalTime.parse(this.until);
		boolean begun = !time.isBefore(begin);
		boolean over = !time.isBefore(end);
		boolean quiet = begin.isBefore(end) ? begun && !over : !begin.equals(end) && (begun || !over);
		if (!quiet) {
			return Optional.empty();
		}
		ZonedDateTime morning = here.with(end);
		return Optional.of(Duration.between(here, morning.isAfter(here) ? morning : morning.plusDays(1)));
	}

}
