package jp.kodama.policy.town;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A part of every day, in Japanese time; may pass midnight. Equal ends mean the whole
 * day.
 *
 * @param from when it begins
 * @param until when it is over
 */
public record TimeWindow(LocalTime from, LocalTime until) {

	/** The whole day. */
	public static final TimeWindow ALWAYS = new TimeWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

	/**
	 * Reads {@code 22:00-06:00}; {@code 24:00} is midnight.
	 * @throws java.time.DateTimeException if it is no time
	 */
	static TimeWindow parse(String text) {
		String[] ends = text.split("-", 2);
		return new TimeWindow(LocalTime.parse(ends[0]),
				ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
	}

	/** Whether it is the whole day. */
	public boolean always() {
		return this.from.equals(this.until);
	}

	/** Whether a time lies in it. */
	public boolean contains(LocalTime time) {
		if (always()) {
			return true;
		}
		boolean begun = !time.isBefore(this.from);
		boolean open = time.isBefore(this.until);
		return this.from.isBefore(this.until) ? begun && open : begun || open;
	}

	/** {@code 22:00–06:00}. */
	public String words() {
		return this.from + "–" + this.until;
	}

	/** As the file has it. */
	String text() {
		return this.from + "-" + this.until;
	}

	/** The day in parts, within which none of the policies changes its mind. */
	public static List<TimeWindow> parts(TownPolicy... policies) {
		TreeSet<LocalTime> ends = new TreeSet<>();
		Arrays.stream(policies)
			.flatMap((policy) -> policy.rules().stream())
			.map(TownRule::between)
			.filter((window) -> !window.always())
			.forEach((window) -> ends.addAll(List.of(window.from(), window.until())));
		if (ends.isEmpty()) {
			return List.of(ALWAYS);
		}
		List<LocalTime> times = List.copyOf(ends);
		List<TimeWindow> parts = new ArrayList<>();
		for (int i = 0; i < times.size(); i++) {
			parts.add(new TimeWindow(times.get(i), times.get((i + 1) % times.size())));
		}
		return parts;
	}

	/** Parts of a day, put together where one ends as the next begins. */
	public static List<TimeWindow> joined(List<TimeWindow> parts) {
		List<TimeWindow> joined = new ArrayList<>();
		for (TimeWindow part : parts) {
			TimeWindow last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (last != null && last.until.equals(part.from)) {
				joined.set(joined.size() - 1, new TimeWindow(last.from, part.until));
			}
			else {
				joined.add(part);
			}
		}
		TimeWindow first = joined.get(0);
		TimeWindow last = joined.get(joined.size() - 1);
		if (joined.size() > 1 && last.until.equals(first.from)) {
			joined.set(0, new TimeWindow(last.from, first.until));
			joined.remove(joined.size() - 1);
		}
		return joined.stream().anyMatch(TimeWindow::always) ? List.of(ALWAYS) : List.copyOf(joined);
	}

}
