package jp.kodama.store;

import java.util.function.Supplier;

/**
 * Work whose writes go before others that wait: what stands between a warning and its
 * first byte on a wire. Where the store has no queue of its own this changes nothing.
 */
public final class Urgent {

	private static final ThreadLocal<Boolean> URGENT = ThreadLocal.withInitial(() -> false);

	private Urgent() {
	}

	/** Does the work; all that it writes is urgent. */
	public static <T> T write(Supplier<T> work) {
		boolean before = now();
		URGENT.set(true);
		try {
			return work.get();
		}
		finally {
			URGENT.set(before);
		}
	}

	/** Whether what this thread writes is urgent. */
	static boolean now() {
		return URGENT.get();
	}

}
