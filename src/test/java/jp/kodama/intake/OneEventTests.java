package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.intake.Office.Counter;
import jp.kodama.intake.RainNight.Telegram;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Since 2026-05-28 one event arrives in five or six telegrams at once, in any order.
 * Whatever the order, residents hear of it once, and once more each time it becomes
 * worse.
 */
class OneEventTests {

	private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-07-10T20:00:00+09:00");

	@TempDir
	private static Path folder;

	private static Office office;

	@BeforeAll
	static void open() throws IOException {
		office = Office.open(folder);
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@ParameterizedTest(name = "rain {0}, slopes {1}")
	@CsvSource({ "5, 4", "4, 5", "4, 4", "3, 4" })
	void inWhateverOrderItsTelegramsComeAnEventIsOneAlert(int rain, int slopes) {
		List<Telegram> telegrams = RainNight.at(EVENING, rain, slopes);
		int top = Math.max(rain, slopes);
		for (List<Telegram> order : permutations(telegrams)) {
			Counter counter = office.counter("17461", rain + "-" + slopes + "-" + codes(order));
			order.forEach((telegram) -> counter.take(telegram.code(), telegram.bytes()));
			List<Alert> history = counter.released();
			assertOneHistory(history, codes(order));
			assertThat(airedLevels(history)).as(codes(order)).isSubsetOf(4, 5).endsWith(top).isSorted();
			Alert last = history.get(history.size() - 1);
			assertThat(last.level()).as(codes(order)).hasValue(top);
			assertThat(last.main().classification().event()).as(codes(order)).isEqualTo(named(rain, slopes));
			assertThat(counter.held()).as("nothing is left to approve by mistake: " + codes(order))
				.allMatch((alert) -> office.find(alert.identifier()).state() == State.DISCARDED);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void throughAWholeNightOfRisesAndFallsEachRiseIsHeardOnce(long seed) {
		Random random = new Random(seed);
		Counter counter = office.counter("17461", "night-" + seed);
		List<Telegram> past = new ArrayList<>();
		OffsetDateTime time = EVENING;
		int before = 0;
		for (int hour = 0; hour < 8; hour++) {
			int rain = (hour == 7) ? 0 : 2 + random.nextInt(4);
			int slopes = (hour == 7) ? 0 : 2 + random.nextInt(4);
			int top = Math.max(rain, slopes);
			List<Telegram> telegrams = new ArrayList<>(RainNight.at(time, rain, slopes));
			Collections.shuffle(telegrams, random);
			List<Alert> now = new ArrayList<>();
			for (Telegram telegram : telegrams) {
				now.addAll(counter.take(telegram.code(), telegram.bytes()));
				if (!past.isEmpty() && random.nextInt(3) == 0) {
					Telegram late = past.get(random.nextInt(past.size()));
					assertThat(counter.take(late.code(), late.bytes())).as("late " + late.code()).isEmpty();
				}
			}
			boolean swapped = now.stream().anyMatch((alert) -> alert.msgType() == MsgType.Cancel);
			String what = "seed " + seed + ", hour " + hour + ": " + before + " to " + rain + "/" + slopes + ": "
					+ codes(telegrams) + " " + now.stream().map(OneEventTests::told).toList();
			if (top >= 4 && (top > before || swapped)) {
				assertThat(airedLevels(now)).as(what).endsWith(top).isSorted().doesNotHaveDuplicates();
			}
			else {
				assertThat(airedLevels(now)).as(what).isEmpty();
			}
			past.addAll(telegrams);
			time = time.plusHours(1);
			before = top;
		}
		List<Alert> history = counter.released();
		if (!history.isEmpty()) {
			assertThat(history.get(history.size() - 1).msgType()).isEqualTo(MsgType.Cancel);
		}
	}

	@Test
	void anOldWarningThatCannotSayLevelFourDoesNotLowerIt() {
		Counter counter = office.counter("17461", "old");
		take(counter, RainNight.at(EVENING, 4, 2), "VPWW55");
		assertThat(take(counter, RainNight.at(EVENING.plusMinutes(5), 4, 2), "VPWW53")).isEmpty();
		assertThat(take(counter, RainNight.at(EVENING.plusMinutes(5), 4, 2), "VPWW54")).isEmpty();
	}

	@Test
	void whatIsLoweredIsRewrittenWithoutAnOfficerAndNotHeard() {
		Counter counter = office.counter("17461", "lowered");
		take(counter, RainNight.at(EVENING, 5, 2), "VPWW55");
		List<Alert> lowered = take(counter, RainNight.at(EVENING.plusHours(1), 3, 2), "VPWW55");
		assertThat(lowered).singleElement().satisfies((alert) -> {
			assertThat(alert.msgType()).isEqualTo(MsgType.Update);
			assertThat(alert.handling().codes()).contains(Handling.TEXT_ONLY);
			assertThat(alert.main().text().headline()).isEqualTo("レベル３大雨警報に切り替わりました");
		});
		List<Alert> lifted = take(counter, RainNight.at(EVENING.plusHours(2), 0, 0), "VPWW55");
		assertThat(lifted).singleElement().satisfies((alert) -> {
			assertThat(alert.msgType()).isEqualTo(MsgType.Cancel);
			assertThat(alert.handling().codes()).as("who heard the alarm hears the all-clear")
				.doesNotContain(Handling.TEXT_ONLY);
		});
	}

	@Test
	void aWarningWhoseEndWasLostEndsWithTheNextTelegram() {
		Counter counter = office.counter("17461", "lost");
		take(counter, RainNight.at(EVENING, 4, 4), "VPWW55");
		List<Alert> over = take(counter, RainNight.at(EVENING.plusHours(3), 0, 0), "VPWW55");
		assertThat(over).extracting(Alert::msgType).containsExactly(MsgType.Cancel);
	}

	@Test
	void aWarningThatLastsIsToldOnBeforeItsMessageEnds() {
		Counter counter = office.counter("17461", "long");
		Alert first = take(counter, RainNight.at(EVENING, 5, 2), "VPWW55").get(0);
		OffsetDateTime late = first.expires().minusHours(2);
		List<Alert> again = take(counter, RainNight.at(late, 5, 2), "VPWW55");
		assertThat(again).singleElement().satisfies((alert) -> {
			assertThat(alert.msgType()).isEqualTo(MsgType.Update);
			assertThat(alert.handling().codes()).contains(Handling.TEXT_ONLY);
		});
	}

	private static List<Alert> take(Counter counter, List<Telegram> telegrams, String code) {
		Telegram telegram = telegrams.stream().filter((one) -> one.code().equals(code)).findFirst().orElseThrow();
		return counter.take(code, telegram.bytes());
	}

	/** One alert, then changes of it, each of the one before. */
	private static void assertOneHistory(List<Alert> history, String order) {
		assertThat(history).as(order).isNotEmpty();
		assertThat(history.get(0).msgType()).as(order).isEqualTo(MsgType.Alert);
		for (int i = 1; i < history.size(); i++) {
			assertThat(history.get(i).msgType()).as(order).isEqualTo(MsgType.Update);
			assertThat(history.get(i).references()).as(order).containsExactly(history.get(i - 1).key());
		}
	}

	private static List<Integer> airedLevels(List<Alert> history) {
		return history.stream()
			.filter((alert) -> alert.msgType() != MsgType.Cancel)
			.filter((alert) -> !alert.handling().codes().contains(Handling.TEXT_ONLY))
			.map((alert) -> alert.level().orElse(0))
			.toList();
	}

	private static String told(Alert alert) {
		return alert.msgType() + " " + alert.main().classification().event() + alert.handling().codes();
	}

	private static String named(int rain, int slopes) {
		String[] rains = { "レベル４大雨危険警報", "レベル５大雨特別警報" };
		String[] landslides = { "レベル４土砂災害危険警報", "レベル５土砂災害特別警報" };
		List<String> names = new ArrayList<>();
		for (int level = 5; level >= 4; level--) {
			if (rain == level) {
				names.add(rains[level - 4]);
			}
			if (slopes == level) {
				names.add(landslides[level - 4]);
			}
		}
		return String.join("・", names);
	}

	private static String codes(List<Telegram> order) {
		return String.join("-", order.stream().map(Telegram::code).toList());
	}

	private static List<List<Telegram>> permutations(List<Telegram> telegrams) {
		if (telegrams.size() <= 1) {
			return List.of(telegrams);
		}
		List<List<Telegram>> all = new ArrayList<>();
		for (Telegram first : telegrams) {
			List<Telegram> rest = new ArrayList<>(telegrams);
			rest.remove(first);
			for (List<Telegram> order : permutations(rest)) {
				List<Telegram> one = new ArrayList<>(List.of(first));
				one.addAll(order);
				all.add(one);
			}
		}
		return all;
	}

}
