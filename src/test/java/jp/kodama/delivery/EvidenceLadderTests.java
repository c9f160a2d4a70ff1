package jp.kodama.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static jp.kodama.delivery.EvidenceLadder.shown;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of what is shown holds for every pair and every three; then in whatever order
 * things are said, and however often, the same is shown.
 */
class EvidenceLadderTests {

	private static final List<Evidence> ALL = List.of(Evidence.values());

	private static final List<Evidence> PROVEN = List.of(Evidence.DELIVERED, Evidence.HEARD, Evidence.READ);

	static LongStream seeds() {
		return new Random().longs(200);
	}

	@Test
	void everyPairIsDecidedForOneOfTheTwoInEitherOrder() {
		pairs().forEach((pair) -> assertThat(shown(pair.get(0), pair.get(1))).isIn(pair)
			.isEqualTo(shown(pair.get(1), pair.get(0))));
	}

	@Test
	void itMakesNoDifferenceWhichTwoOfThreeCameFirst() {
		pairs().forEach((pair) -> ALL
			.forEach((third) -> assertThat(shown(shown(pair.get(0), pair.get(1)), third)).as("%s and %s", pair, third)
				.isEqualTo(shown(pair.get(0), shown(pair.get(1), third)))));
	}

	@Test
	void whatWasProvenIsNeverTakenBack() {
		PROVEN.forEach((proof) -> ALL.forEach((later) -> assertThat(shown(proof, later)).isIn(PROVEN)));
	}

	@Test
	void nothingIsShownAsProvenThatNobodySaid() {
		pairs().filter((pair) -> Collections.disjoint(pair, PROVEN))
			.forEach((pair) -> assertThat(shown(pair.get(0), pair.get(1))).isNotIn(PROVEN));
	}

	@Test
	void aFailureIsShownUnlessItsOppositeWasProven() {
		ALL.stream()
			.filter((one) -> !PROVEN.contains(one))
			.forEach((one) -> assertThat(shown(one, Evidence.FAILED)).isEqualTo(Evidence.FAILED));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void anyOrderWithRepeatsAndGapsEndsInTheSame(long seed) {
		Random random = new Random(seed);
		List<Evidence> said = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(12); i++) {
			said.add(ALL.get(random.nextInt(ALL.size())));
		}
		Evidence end = climb(said);
		assertThat(end).isIn(said);
		List<Evidence> again = new ArrayList<>(said);
		again.addAll(said.subList(0, random.nextInt(said.size() + 1)));
		Collections.shuffle(again, random);
		assertThat(climb(again)).as("%s and %s", said, again).isEqualTo(end);
	}

	/** Never goes down a rung that it has climbed. */
	private static Evidence climb(List<Evidence> said) {
		Evidence now = said.get(0);
		for (Evidence one : said) {
			Evidence next = shown(now, one);
			assertThat(shown(next, now)).isEqualTo(next);
			now = next;
		}
		return now;
	}

	private static Stream<List<Evidence>> pairs() {
		return ALL.stream().flatMap((one) -> ALL.stream().map((other) -> List.of(one, other)));
	}

}
