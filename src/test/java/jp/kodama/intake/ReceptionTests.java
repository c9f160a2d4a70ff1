package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.intake.source.Light;
import jp.kodama.intake.source.SourceState;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The one door that all sources' letters go through, and what is noted of each source.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionTests {

	@TempDir
	static Path folder;

	private ConfigurableApplicationContext kodama;

	private Reception reception;

	private ProducerTemplate routes;

	private TestWire wire;

	private Path rejected;

	@BeforeAll
	void start() throws IOException {
		Town town = Town.in(folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + folder.resolve("home"),
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1", store());
		this.reception = this.kodama.getBean(Reception.class);
		this.routes = this.kodama.getBean(ProducerTemplate.class);
		this.wire = this.kodama.getBean(TestWire.class);
		this.rejected = folder.resolve("home/rejected");
	}

	/** The setting of the store under test; none: SQLite. */
	String store() throws IOException {
		return "--kodama.sources-every=100";
	}

	@AfterAll
	void stop() throws IOException {
		this.wire.close();
		this.kodama.close();
	}

	@BeforeEach
	void forget() {
		this.kodama.getBean(JdbcClient.class).sql("DELETE FROM intake").update();
		this.kodama.getBean(JdbcClient.class).sql("DELETE FROM statement").update();
		this.kodama.getBean(JdbcClient.class).sql("DELETE FROM alert").update();
	}

	@Test
	void aLetterOfAnySourceReachesTheWireAndItsSourceIsOnRecord() {
		Taken taken = bring(letter("tsunami-major", OffsetDateTime.now()));
		assertThat(taken.decision().verdict()).isEqualTo(Verdict.AUTO);
		String alert = taken.released().get(0);
		await().until(() -> this.wire.taken("pager", alert).size() == 1);
		assertThat(this.wire.taken("pager", alert).get(0).alert().handling().source()).isEqualTo("inbox");
		assertThat(column("source")).containsExactly("inbox");
	}

	@Test
	void aLetterThatCannotBeReadIsKeptWithTheReasonAndTheNextIsTaken() throws IOException {
		Letter bomb = this.reception.named("inbox", "../../etc/bomb.xml", Telegrams.bytes("bomb"));
		assertThat(bring(bomb).decision().verdict()).isEqualTo(Verdict.REJECT);
		assertThat(Files.readAllBytes(this.rejected.resolve(bomb.name()))).isEqualTo(Telegrams.bytes("bomb"));
		assertThat(this.rejected.resolve(bomb.name() + ".reason.txt")).content().contains("DOCTYPE");
		assertThat(column("decision")).containsExactly("REJECT");
		Taken next = bring(letter("tsunami-major", OffsetDateTime.now()));
		assertThat(next.released()).as(next.toString()).hasSize(1);
	}

	@Test
	void aNameFromOutsideNeverLeadsOutOfTheFolder() {
		bring(new Letter("inbox", "../../escaped.xml", "x".getBytes(StandardCharsets.UTF_8)));
		assertThat(folder.resolve("escaped.xml")).doesNotExist();
		assertThat(this.rejected).isDirectoryContaining("glob:**escaped.xml");
	}

	@Test
	void elementsWithinElementsWithoutEndAreRefused() {
		byte[] deep = "<a>".repeat(200_000).getBytes(StandardCharsets.UTF_8);
		byte[] closed = ("<a>".repeat(200_000) + "</a>".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
		assertThat(bring(this.reception.letter("inbox", deep)).decision().verdict()).isEqualTo(Verdict.REJECT);
		assertThat(bring(this.reception.letter("inbox", closed)).decision().verdict()).isEqualTo(Verdict.REJECT);
	}

	@Test
	void whatWasRefusedIsNotTakenForASecondCopyWhenItComesAgain() {
		Letter letter = letter("tsunami-major", OffsetDateTime.now());
		this.reception.refused(letter, "処理に失敗しました / our own fault");
		Taken taken = bring(letter);
		assertThat(taken.released()).as(taken.toString()).hasSize(1);
	}

	@Test
	void copiesThatArriveAtOnceAreAiredOnce() {
		OffsetDateTime now = OffsetDateTime.now();
		List<Taken> taken = Stream.generate(() -> letter("tsunami-major", now))
			.limit(8)
			.parallel()
			.map(this::bring)
			.toList();
		assertThat(taken).as(taken.toString()).filteredOn((one) -> !one.released().isEmpty()).hasSize(1);
		assertThat(column("source")).hasSize(8);
	}

	@Test
	void theRehearsalsOfOneReplayThatArriveAtOnceAreRehearsedOnce() throws Exception {
		byte[] telegram = Telegrams.issued("tsunami-major", OffsetDateTime.now());
		Entrance entrance = this.kodama.getBean(Entrance.class);
		Bulletin bulletin = Bulletins.read(telegram);
		for (int round = 0; round < 5; round++) {
			String run = "run-" + round;
			CyclicBarrier together = new CyclicBarrier(4);
			List<CompletableFuture<Taken>> plays = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
				meet(together);
				return entrance.replay("tsunami.xml", telegram, bulletin, run);
			}, Executors.newCachedThreadPool())).limit(4).toList();
			assertThat(plays.stream().flatMap((one) -> one.join().released().stream()).toList()).hasSize(1);
		}
	}

	private static void meet(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void lettersThatComeTogetherFollowEachOther() {
		OffsetDateTime now = OffsetDateTime.now();
		List<Answer> answers = this.reception.takeAll(List.of(letter("tsunami-warning", now.minusMinutes(9)),
				this.reception.letter("inbox", Telegrams.bytes("broken")), letter("tsunami-raised", now)));
		assertThat(answers.get(1).orThrow().refused()).isTrue();
		AlertJournal journal = this.kodama.getBean(AlertJournal.class);
		Alert first = journal.find(answers.get(0).orThrow().released().get(0)).orElseThrow().alert();
		Alert raised = journal.find(answers.get(2).orThrow().released().get(0)).orElseThrow().alert();
		assertThat(raised.references()).containsExactly(first.key());
	}

	/** The store refuses one for a reason of its own: here a name that it has already. */
	@Test
	void ofSeveralThatComeTogetherTheOneThatTheStoreRefusesHurtsNoOther() {
		JdbcClient jdbc = this.kodama.getBean(JdbcClient.class);
		Letter before = letter("thunder", OffsetDateTime.now());
		bring(before);
		jdbc.sql("CREATE UNIQUE INDEX a_fault ON intake (file)").update();
		try {
			Letter clashes = new Letter("inbox", before.name(),
					Telegrams.issued("tsunami-warning", OffsetDateTime.now().minusMinutes(1)));
			List<Answer> answers = this.reception.takeAll(List.of(letter("intensity-6-lower", OffsetDateTime.now()),
					clashes, letter("tsunami-major", OffsetDateTime.now())));
			assertThat(answers.get(0).orThrow().released()).hasSize(1);
			assertThat(answers.get(1).failure()).isInstanceOf(DataAccessException.class);
			assertThat(answers.get(2).orThrow().released()).hasSize(1);
			assertThat(this.kodama.getBean(AlertJournal.class).recent(10)).hasSize(2);
		}
		finally {
			jdbc.sql("DROP INDEX a_fault").update();
		}
	}

	@Test
	void eachSourceRemembersWhenItWasHeardAndWhatItWasRefused() {
		long before = inbox().letters();
		bring(letter("tsunami-major", OffsetDateTime.now()));
		assertThat(inbox().letters()).isEqualTo(before + 1);
		assertThat(inbox().lastHeard()).isPresent();
		assertThat(inbox().light()).isEqualTo(Light.OK);
		bring(this.reception.letter("inbox", Telegrams.bytes("broken")));
		assertThat(inbox().lastRefusal().orElseThrow().reason()).contains("XML");
		assertThat(inbox().light()).isEqualTo(Light.ERROR);
	}

	private SourceState inbox() {
		return this.kodama.getBean(SourceWatch.class)
			.all()
			.stream()
			.filter((one) -> one.settings().id().equals("inbox"))
			.findFirst()
			.orElseThrow();
	}

	private Letter letter(String telegram, OffsetDateTime issued) {
		return this.reception.letter("inbox", Telegrams.issued(telegram, issued));
	}

	private Taken bring(Letter letter) {
		return this.routes.requestBody("direct:received", letter, Taken.class);
	}

	private List<String> column(String column) {
		return this.kodama.getBean(JdbcClient.class)
			.sql("SELECT " + column + " FROM intake")
			.query(String.class)
			.list();
	}

}
