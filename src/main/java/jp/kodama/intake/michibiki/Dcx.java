package jp.kodama.intake.michibiki;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The numbers of a DCX message (message type 44), field by field as IS-QZSS-DCX names
 * them: A1–A18 are the Common Alert Message Format of EWSS, EX1–EX9 are Japan's.
 */
record Dcx(Bits bits) {

	/** A7 counts the minutes of a week from 1. */
	private static final int MINUTES_OF_WEEK = 7 * 24 * 60;

	/** Where all but the satellite mask, A2 and A1 stands. */
	private static final int AFTER_COUNTRY = 35;

	private static final int END = 220;

	/** A1. */
	int messageType() {
		return this.bits.at(24, 2);
	}

	/** A2. */
	int country() {
		return this.bits.at(26, 9);
	}

	/** A3. */
	int provider() {
		return this.bits.at(35, 5);
	}

	/** A4. */
	int hazard() {
		return this.bits.at(40, 7);
	}

	/** A5. */
	int severity() {
		return this.bits.at(47, 2);
	}

	/** A11. */
	int guidance() {
		return this.bits.at(70, 10);
	}

	/** A12–A16 say something. */
	boolean ellipse() {
		return this.bits.wide(80, 49) != 0;
	}

	/** EX1: JIS X 0402 as a number; 0 for none. */
	int municipality() {
		return this.bits.at(146, 16);
	}

	/** EX8: EX9 is a list of municipalities, not of prefectures. */
	boolean listsMunicipalities() {
		return this.bits.at(146, 1) == 1;
	}

	/** EX9, 64 bits. */
	long areas() {
		return this.bits.wide(147, 64);
	}

	/** One of the four municipalities of EX9; 0 for none. */
	int listed(int place) {
		return this.bits.at(147 + place * 16, 16);
	}

	/** VN. */
	int version() {
		return this.bits.at(214, 6);
	}

	/** A message that says nothing: the satellites send it between others. */
	boolean empty() {
		return messageType() == 0 && this.bits.wide(AFTER_COUNTRY, 64) == 0
				&& this.bits.wide(AFTER_COUNTRY + 64, 64) == 0
				&& this.bits.wide(AFTER_COUNTRY + 128, END - AFTER_COUNTRY - 128) == 0;
	}

	/** A6 and A7: when the hazard begins, in the week it was received in or the next. */
	Optional<Instant> onset(Instant received) {
		int minute = this.bits.at(50, 14);
		if (minute < 1 || minute > MINUTES_OF_WEEK) {
			return Optional.empty();
		}
		return Optional.of(received.atOffset(ZoneOffset.UTC)
			.toLocalDate()
			.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
			.plusWeeks(this.bits.at(49, 1))
			.atStartOfDay(ZoneOffset.UTC)
			.toInstant()
			.plus(Duration.ofMinutes(minute - 1)));
	}

}
