package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.alert.Status;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a telegram that is renamed into the inbox sets in motion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTests {

	@TempDir
	static Path folder;

	private ConfigurableApplicationContext kodama;

	private AlertJournal journal;

	private JdbcClient jdbc;

	private TestWire wire;

	private Path home;

	private int letters;

	@BeforeAll
	void start() {
		this.home = folder.resolve("home");
		Town town = Town.in(folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + this.home,
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1");
		this.journal = this.kodama.getBean(AlertJournal.class);
		this.jdbc = this.kodama.getBean(JdbcClient.class);
		this.wire = this.kodama.getBean(TestWire.class);
	}

	@AfterAll
	void stop() {
		this.wire.close();
		this.kodama.close();
	}

	/** Each story starts with nothing in force and nothing taken. */
	@BeforeEach
	void forget() {
		this.journal.recent(100)
			.stream()
			.filter((entry) -> entry.state() == State.RELEASED)
			.forEach((entry) -> this.journal.move(entry.alert().identifier(), State.EXPIRED, "test", ""));
		this.jdbc.sql("DELETE FROM intake").update();
		this.jdbc.sql("DELETE FROM statement").update();
	}

	@Test
	void aWarningIssuedNowReachesTheWire() throws IOException {
		Alert alert = released(drop("tsunami-major", now()));
		assertThat(alert.status()).isEqualTo(Status.Actual);
		assertThat(alert.msgType()).isEqualTo(MsgType.Alert);
		assertThat(alert.main().text().headline()).isEqualTo("大津波警報が発表されました");
		assertThat(alert.main().text().description()).doesNotContain("５ｍ");
		assertThat(alert.info("en").orElseThrow().text().headline()).isEqualTo("Major Tsunami Warning");
		await().until(() -> this.wire.taken("pager", alert.identifier()).size() == 1);
	}

	@Test
	void anOldTelegramIsRecordedAndAirsNothing() throws IOException {
		String file = drop("tsunami-major", now().minusHours(4));
		assertThat(decision(file)).isEqualTo("RECORD");
		assertThat(reason(file)).startsWith("古い電文");
		assertThat(alertOf(file)).isEmpty();
		assertThat(this.home.resolve("processed").resolve(file)).exists();
	}

	@Test
	void theSecondCopyOfATelegramAirsNothing() throws IOException {
		OffsetDateTime now = now();
		released(drop("tsunami-major", now));
		String copy = drop("tsunami-major", now);
		assertThat(alertOf(copy)).isEmpty();
		assertThat(reason(copy)).contains("重複");
	}

	@Test
	void aRaisedWarningTakesThePlaceOfTheFirst() throws IOException {
		Alert first = released(drop("tsunami-warning", now().minusMinutes(10)));
		Alert second = released(drop("tsunami-raised", now()));
		assertThat(second.msgType()).isEqualTo(MsgType.Update);
		assertThat(second.references()).containsExactly(first.key());
		assertThat(second.main().text().headline()).isEqualTo("大津波警報に切り替わりました");
		assertThat(state(first)).isEqualTo(State.SUPERSEDED);
	}

	@Test
	void aRepeatedWarningIsNotAiredAgain() throws IOException {
		Alert first = released(drop("tsunami-major", now().minusMinutes(10)));
		String again = drop("tsunami-continued", now());
		assertThat(alertOf(again)).isEmpty();
		assertThat(reason(again)).contains("発報中の内容と同じ", first.identifier());
		assertThat(state(first)).isEqualTo(State.RELEASED);
	}

	@Test
	void theSameRainInTheOldAndTheNewFormIsAiredOnce() throws IOException {
		Alert first = released(drop("rain-special-old", now().minusMinutes(1)));
		assertThat(first.level()).hasValue(5);
		assertThat(alertOf(drop("rain-special", now()))).isEmpty();
	}

	@Test
	void theTwinOfARecordRainIsAiredOnce() throws IOException {
		released(drop("record-rain-twin-old", now().minusMinutes(1)));
		assertThat(alertOf(drop("record-rain-twin-new", now()))).isEmpty();
	}

	@Test
	void aLiftedWarningIsCancelledAndCalledAsItWasAired() throws IOException {
		Alert first = released(drop("tsunami-major", now().minusMinutes(10)));
		Alert lifted = released(drop("tsunami-lifted", now()));
		assertThat(lifted.msgType()).isEqualTo(MsgType.Cancel);
		assertThat(lifted.references()).containsExactly(first.key());
		assertThat(lifted.main().text().headline()).isEqualTo("大津波警報は解除されました");
		assertThat(lifted.main().parameter("sound")).hasValue("lifted");
		assertThat(state(first)).isEqualTo(State.CANCELLED);
	}

	@Test
	void aMistakenTelegramIsWithdrawn() throws IOException {
		Alert first = released(drop("tsunami-major", now().minusMinutes(10)));
		Alert withdrawn = released(drop("tsunami-withdrawn", now()));
		assertThat(withdrawn.main().text().headline()).isEqualTo("大津波警報は取り消されました");
		assertThat(state(first)).isEqualTo(State.CANCELLED);
	}

	@Test
	void anAllClearWithNothingInForceAirsNothing() throws IOException {
		String file = drop("tsunami-lifted", now());
		assertThat(alertOf(file)).isEmpty();
		assertThat(reason(file)).contains("発報中のものがない");
	}

	@Test
	void anOlderTelegramThatArrivesLateChangesNothing() throws IOException {
		Alert raised = released(drop("tsunami-raised", now()));
		String late = drop("tsunami-warning", now().minusMinutes(10));
		assertThat(alertOf(late)).isEmpty();
		assertThat(state(raised)).isEqualTo(State.RELEASED);
	}

	@Test
	void afterTheAllClearALateWarningStaysSilent() throws IOException {
		released(drop("tsunami-major", now().minusMinutes(10)));
		released(drop("tsunami-lifted", now()));
		assertThat(alertOf(drop("tsunami-warning", now().minusMinutes(20)))).isEmpty();
	}

	@Test
	void aDrillStaysADrillAndLeavesTheRealWarningAlone() throws IOException {
		Alert real = released(drop("tsunami-warning", now().minusMinutes(5)));
		Alert drill = released(drop("tsunami-drill", now()));
		assertThat(drill.status()).isEqualTo(Status.Exercise);
		assertThat(drill.rehearsalOnly()).isTrue();
		assertThat(drill.msgType()).isEqualTo(MsgType.Alert);
		assertThat(state(real)).isEqualTo(State.RELEASED);
		assertThat(this.wire.taken("pager", drill.identifier())).isEmpty();
	}

	@Test
	void aHeldTelegramWaitsForAnOfficerOnce() throws IOException {
		String first = drop("rain-level3", now().minusMinutes(5));
		JournalEntry held = this.journal.find(alertOf(first).orElseThrow()).orElseThrow();
		assertThat(held.state()).isEqualTo(State.PENDING_APPROVAL);
		assertThat(held.alert().handling().codes()).contains(Handling.TEXT_ONLY);
		assertThat(alertOf(drop("rain-level3", now()))).isEmpty();
	}

	@Test
	void aDrillThatWaitsNeitherHidesNorThrowsAwayTheRealOne() throws IOException {
		Alert drill = held(drill("rain-level3", now().minusMinutes(5)));
		Alert real = held(drop("rain-level3", now().minusMinutes(4)));
		assertThat(drill.rehearsalOnly()).isTrue();
		assertThat(real.rehearsalOnly()).isFalse();
		assertThat(state(drill)).isEqualTo(State.PENDING_APPROVAL);
		released(drill("rain-level4", now()));
		assertThat(state(drill)).isEqualTo(State.DISCARDED);
		assertThat(state(real)).isEqualTo(State.PENDING_APPROVAL);
	}

	@Test
	void strongerShakingInALaterTelegramIsTold() throws IOException {
		released(drop("intensity-6-lower", now().minusMinutes(2)));
		Alert stronger = released(drop("intensity-6-upper", now()));
		assertThat(stronger.msgType()).isEqualTo(MsgType.Update);
		assertThat(stronger.main().text().headline()).isEqualTo("震度６強の地震が発生しました");
	}

	@Test
	void aBrokenFileIsPutAsideWithTheReason() throws IOException {
		String file = name("broken");
		put(file, Telegrams.bytes("broken"));
		await().until(() -> Files.exists(this.home.resolve("rejected").resolve(file)));
		assertThat(this.home.resolve("rejected").resolve(file + ".reason.txt")).content().contains("XML");
		assertThat(decision(file)).isEqualTo("REJECT");
	}

	@Test
	void manyFilesAtOnceAreTakenInTheirOrderAndABrokenOneHurtsNoOther() throws IOException {
		OffsetDateTime now = now();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			String file = name("many");
			names.add(file);
			Path written = Files.write(this.home.resolve(file + ".tmp"),
					(i == 20) ? Telegrams.bytes("broken")
							: Telegrams.issued(
									(i == 0) ? "tsunami-warning" : (i == 39) ? "tsunami-raised" : "tsunami-elsewhere",
									now.minusSeconds(600 - 10 * i)));
			Files.setLastModifiedTime(written, FileTime.fromMillis(1_000_000L + i));
		}
		for (String file : names) {
			Files.move(this.home.resolve(file + ".tmp"), this.home.resolve("inbox").resolve(file));
		}
		await().until(() -> names.stream().noneMatch((one) -> Files.exists(this.home.resolve("inbox").resolve(one))));
		assertThat(this.home.resolve("rejected").resolve(names.get(20) + ".reason.txt")).exists();
		Alert first = this.journal.find(alertOf(names.get(0)).orElseThrow()).orElseThrow().alert();
		assertThat(released(names.get(39)).references()).containsExactly(first.key());
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM intake WHERE file LIKE 'many%'").query(Integer.class).single())
			.isEqualTo(40);
	}

	/** The store refuses one for a reason of its own: here a name that it has already. */
	@Test
	void aFileThatTheStoreRefusesStaysAndLetsTheOthersPass() throws IOException {
		String file = drop("thunder", now());
		this.jdbc.sql("CREATE UNIQUE INDEX a_fault ON intake (file)").update();
		try {
			put(file, Telegrams.issued("tsunami-elsewhere", now()));
			released(drop("tsunami-major", now()));
			assertThat(this.home.resolve("inbox").resolve(file)).exists();
		}
		finally {
			this.jdbc.sql("DROP INDEX a_fault").update();
		}
		await().until(() -> !Files.exists(this.home.resolve("inbox").resolve(file)));
		assertThat(column(file, "decision")).hasSize(2);
	}

	/** Sparse, so that the disk of whoever runs this does not fill. */
	@Test
	void aFileLargerThanMemoryIsPutAsideUnread() throws IOException {
		String file = name("huge");
		Path written = this.home.resolve(file + ".tmp");
		try (java.io.RandomAccessFile huge = new java.io.RandomAccessFile(written.toFile(), "rw")) {
			huge.setLength(4L * 1024 * 1024 * 1024);
		}
		Files.move(written, this.home.resolve("inbox").resolve(file));
		await().until(() -> Files.exists(this.home.resolve("rejected").resolve(file)));
		assertThat(this.home.resolve("rejected").resolve(file + ".reason.txt")).content().contains("大きすぎます");
		assertThat(decision(file)).isEqualTo("REJECT");
		released(drop("tsunami-major", now()));
	}

	@Test
	void aFileStillBeingWrittenIsLeftAlone() throws IOException {
		Path unfinished = this.home.resolve("inbox").resolve("later.xml.tmp");
		Files.write(unfinished, Telegrams.bytes("broken"));
		released(drop("tsunami-major", now()));
		assertThat(unfinished).exists();
		Files.delete(unfinished);
	}

	private Alert held(String file) {
		return this.journal.find(alertOf(file).orElseThrow()).orElseThrow().alert();
	}

	private String drop(String telegram, OffsetDateTime issued) throws IOException {
		return dropped(name(telegram), Telegrams.issued(telegram, issued));
	}

	/** The same telegram with status 訓練. */
	private String drill(String telegram, OffsetDateTime issued) throws IOException {
		String text = new String(Telegrams.issued(telegram, issued), StandardCharsets.UTF_8);
		return dropped(name(telegram), text.replace("<Status>通常<", "<Status>訓練<").getBytes(StandardCharsets.UTF_8));
	}

	private String dropped(String file, byte[] telegram) throws IOException {
		put(file, telegram);
		await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(this.home.resolve("processed").resolve(file)));
		return file;
	}

	private String name(String telegram) {
		return telegram + "-" + this.letters++ + ".xml";
	}

	private void put(String file, byte[] bytes) throws IOException {
		Path written = this.home.resolve(file + ".tmp");
		Files.write(written, bytes);
		Files.move(written, this.home.resolve("inbox").resolve(file));
	}

	private Alert released(String file) {
		JournalEntry entry = this.journal.find(alertOf(file).orElseThrow()).orElseThrow();
		assertThat(entry.state()).isEqualTo(State.RELEASED);
		return entry.alert();
	}

	private State state(Alert alert) {
		return this.journal.find(alert.identifier()).orElseThrow().state();
	}

	private Optional<String> alertOf(String file) {
		return column(file, "alert").stream().filter((alert) -> !alert.isEmpty()).findFirst();
	}

	private String decision(String file) {
		return column(file, "decision").get(0);
	}

	private String reason(String file) {
		return column(file, "reason").get(0);
	}

	private List<String> column(String file, String column) {
		return this.jdbc.sql("SELECT " + column + " FROM intake WHERE file = ?").param(file).query(String.class).list();
	}

	private static OffsetDateTime now() {
		return OffsetDateTime.now();
	}

}
