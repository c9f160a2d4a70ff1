package jp.kodama.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;

/** Which of several things that a telegram says comes first, and which of two holds. */
final class Precedence {

	/** In which order they are told; of equals, rain before landslide. */
	static final Comparator<Part> STRONGEST = Comparator.comparing(Part::verdict)
		.thenComparing((part) -> part.msgType() != MsgType.Cancel)
		.thenComparing((part) -> part.hazard().height())
		.thenComparing((part) -> part.hazard().id())
		.reversed();

	/**
	 * Which of two things said of one family holds, where a town lies in several areas:
	 * what is in force before what is over, the higher before the lower.
	 */
	private static final Comparator<Part> PREVAILS = Comparator.comparing(Precedence::alerting)
		.thenComparing((part) -> part.msgType() == MsgType.Cancel)
		.thenComparing((part) -> part.hazard().height())
		.thenComparing(Part::verdict)
		.reversed();

	private Precedence() {
	}

	/** What holds of two things said of one family; of equals, with the kinds of both. */
	static Part prevailing(Part one, Part other) {
		Part first = (PREVAILS.compare(one, other) <= 0) ? one : other;
		if (one.verdict() != other.verdict() || !one.hazard().equals(other.hazard())
				|| (one.msgType() == MsgType.Cancel) != (other.msgType() == MsgType.Cancel)) {
			return first;
		}
		List<Rated> kinds = new ArrayList<>(one.kinds());
		other.kinds().stream().filter((kind) -> !kinds.contains(kind)).forEach(kinds::add);
		return new Part(first.hazard(), first.verdict(), first.msgType(), kinds);
	}

	private static boolean alerting(Part part) {
		return part.verdict().alerts() && part.msgType() != MsgType.Cancel;
	}

}
