package jp.kodama.alert;

import java.util.Map;
import java.util.Set;

/** Where an alert stands in its life. */
public enum State {

	/** Being written. */
	DRAFT,
	/** Submitted; waits for a second person. */
	PENDING_APPROVAL,
	/** Approved, by a person or by policy; fans out. */
	RELEASED,
	/** Its time is over. */
	EXPIRED,
	/** An Update took its place. */
	SUPERSEDED,
	/** A Cancel withdrew it. */
	CANCELLED,
	/** Thrown away before it was released. */
	DISCARDED;

	/** The only transitions there are. */
	private static final Map<State, Set<State>> ALLOWED = Map.of( //
			DRAFT, Set.of(PENDING_APPROVAL, RELEASED, DISCARDED), //
			PENDING_APPROVAL, Set.of(DRAFT, RELEASED, DISCARDED, EXPIRED), //
			RELEASED, Set.of(EXPIRED, SUPERSEDED, CANCELLED), //
			EXPIRED, Set.of(), //
			SUPERSEDED, Set.of(), //
			CANCELLED, Set.of(), //
			DISCARDED, Set.of());

	/** Whether an alert in this state may go to the next. */
	public boolean mayBecome(State next) {
		return ALLOWED.getOrDefault(this, Set.of()).contains(next);
	}

}
