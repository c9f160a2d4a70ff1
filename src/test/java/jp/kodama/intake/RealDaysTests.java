package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.MsgType;
import jp.kodama.intake.Office.Counter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Days as they were: the telegrams in the order they came, and what residents heard. */
class RealDaysTests {

	private static final Path DATA = Path.of("../shared/data/jma-xml");

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

	@Test
	void theAdvisoryOfOctober2023IsHeardOnceAndLiftedAtNoon() throws IOException {
		assumeTrue(Files.isDirectory(DATA), "real telegrams are not part of the repository: " + DATA);
		Counter hachijo = office.counter("13401", "2023-10-09");
		play(hachijo, "live-2021-2023-p2pquake", "VTSE41");
		assertThat(told(hachijo)).containsExactly("Alert 津波注意報 aired", "Cancel 津波注意報 aired");
	}

	@Test
	void theSpecialWarningOfNaraIsHeardOnceThoughItWasToldForDays() throws IOException {
		assumeTrue(Files.isDirectory(DATA), "real telegrams are not part of the repository: " + DATA);
		Counter totsukawa = office.counter("29449", "2011-09");
		play(totsukawa, "official-samples", "15_08_");
		List<String> told = told(totsukawa);
		assertThat(told.get(0)).startsWith("Alert レベル５").endsWith("aired");
		assertThat(told.get(told.size() - 1)).startsWith("Cancel ");
		assertThat(told).filteredOn((one) -> one.endsWith("aired")).hasSize(2);
	}

	@Test
	void aTsunamiRisesFallsAndEnds() {
		Counter anamizu = office.counter("17461", "noto");
		for (String name : List.of("tsunami-warning", "tsunami-raised", "tsunami-continued", "tsunami-lowered",
				"tsunami-lifted")) {
			anamizu.take(name, Telegrams.bytes(name));
		}
		anamizu.take("tsunami-raised again, hours later", Telegrams.bytes("tsunami-raised"));
		assertThat(told(anamizu)).containsExactly("Alert 津波警報 aired", "Update 大津波警報 aired", "Update 津波注意報 aired",
				"Cancel 津波注意報 aired");
	}

	@Test
	void aCorrectionThatNamesUsNoMoreTakesBackWhatItNamedUsFor() {
		Counter anamizu = office.counter("17461", "corrected");
		anamizu.take("tsunami-warning", Telegrams.bytes("tsunami-warning"));
		String corrected = new String(Telegrams.bytes("tsunami-warning"), StandardCharsets.UTF_8)
			.replace("<InfoType>発表", "<InfoType>訂正")
			.replace("<Code>360</Code>", "<Code>350</Code>");
		List<Alert> withdrawn = anamizu.take("corrected", corrected.getBytes(StandardCharsets.UTF_8));
		assertThat(withdrawn).singleElement().satisfies((alert) -> {
			assertThat(alert.msgType()).isEqualTo(MsgType.Cancel);
			assertThat(alert.main().text().headline()).isEqualTo("津波警報は取り消されました");
		});
	}

	private static void play(Counter counter, String folder, String name) throws IOException {
		try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
			for (Path file : files.filter((one) -> one.getFileName().toString().contains(name))
				.filter((one) -> one.toString().endsWith(".xml"))
				.sorted()
				.toList()) {
				counter.take(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
	}

	private static List<String> told(Counter counter) {
		return counter.released()
			.stream()
			.map((alert) -> alert.msgType() + " " + alert.main().classification().event() + " "
					+ (alert.handling().codes().contains(Handling.TEXT_ONLY) ? "written" : "aired"))
			.toList();
	}

}
