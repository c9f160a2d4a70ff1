package jp.kodama.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the next thing while the present one is used; never more than one ahead. */
final class ReadAhead {

	private ReadAhead() {
	}

	/**
	 * What is made of each, in order. The first is made when it is asked for, the others
	 * while the one before is used.
	 * @throws RuntimeException from the stream, as the making threw it
	 */
	static <T, R> Stream<R> of(List<T> of, Function<T, R> make, Executor executor) {
		Map<Integer, CompletableFuture<R>> made = new HashMap<>();
		IntConsumer begin = (i) -> made.computeIfAbsent(i,
				(which) -> CompletableFuture.supplyAsync(() -> make.apply(of.get(which)), executor));
		return IntStream.range(0, of.size()).mapToObj((i) -> {
			begin.accept(i);
			if (i + 1 < of.size()) {
				begin.accept(i + 1);
			}
			return join(Objects.requireNonNull(made.remove(i)));
		});
	}

	/** Waits, and throws what went wrong as it is. */
	static <R> R join(CompletableFuture<R> made) {
		try {
			return made.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
