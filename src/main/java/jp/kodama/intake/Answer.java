package jp.kodama.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of one letter of several that were handed over together: it was taken (or
 * refused), and that is on disk; or the store failed on it, and it must come again.
 *
 * @param letter which
 * @param taken what became of it; null if the store failed
 * @param failure why it must come again; null if it need not
 */
public record Answer(Letter letter, @Nullable Taken taken, @Nullable RuntimeException failure) {

	static Answer of(Letter letter, Taken taken) {
		return new Answer(letter, taken, null);
	}

	static Answer failed(Letter letter, RuntimeException failure) {
		return new Answer(letter, null, failure);
	}

	/** Of all that lay in one envelope; if the store failed on one, all come again. */
	static Answer together(Letter envelope, List<Answer> inside) {
		return inside.stream()
			.filter((one) -> one.failure() != null)
			.findFirst()
			.map((one) -> new Answer(envelope, null, one.failure()))
			.orElseGet(() -> of(envelope, Taken.together(inside.stream().map(Answer::orThrow).toList())));
	}

	/** What became of it; throws if the store failed. */
	public Taken orThrow() {
		if (this.taken == null) {
			throw (this.failure != null) ? this.failure : new IllegalStateException("neither taken nor failed");
		}
		return this.taken;
	}

}
