package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.alert.Status;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** An old telegram, played as if issued now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTests {

	@TempDir
	static Path folder;

	private ConfigurableApplicationContext kodama;

	private AlertJournal journal;

	private TestWire wire;

	private ReplayApi api;

	@BeforeAll
	void start() {
		Town town = Town.in(folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + folder.resolve("home"),
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1");
		this.journal = this.kodama.getBean(AlertJournal.class);
		this.wire = this.kodama.getBean(TestWire.class);
		this.api = this.kodama.getBean(ReplayApi.class);
	}

	@AfterAll
	void stop() {
		this.wire.close();
		this.kodama.close();
	}

	@Test
	void aYearOldWarningIsRehearsedAsOfNowAndNeverReachesALiveWire() throws Exception {
		Map<String, Object> answer = play("tsunami-major", "one");
		Alert alert = released(answer);
		assertThat(answer.get("decision")).hasToString("AUTO");
		assertThat(alert.status()).isEqualTo(Status.Actual);
		assertThat(alert.rehearsalOnly()).isTrue();
		assertThat(alert.sent().toInstant()).isAfter(Instant.parse("2026-06-02T00:00:00Z"));
		DeliveryBoard board = this.kodama.getBean(DeliveryBoard.class);
		await().until(() -> !board.of(alert.identifier()).isEmpty());
		assertThat(board.of(alert.identifier())).extracting(DeliveryView::delivery)
			.allMatch((delivery) -> delivery.rehearsal());
		assertThat(this.wire.taken("pager", alert.identifier())).isEmpty();
	}

	@Test
	void theSameTelegramCanBePlayedAgain() throws Exception {
		released(play("tsunami-major", "two"));
		released(play("tsunami-major", "three"));
	}

	@Test
	void withinOneReplayTelegramsFollowEachOther() throws Exception {
		Alert first = released(play("tsunami-warning", "four"));
		Alert raised = released(play("tsunami-raised", "four"));
		assertThat(raised.msgType()).isEqualTo(MsgType.Update);
		assertThat(raised.references()).containsExactly(first.key());
		Map<String, Object> again = play("tsunami-continued", "four");
		assertThat(list(again, "released")).isEmpty();
		assertThat(list(again, "notes")).singleElement().asString().contains("発報中の内容と同じ");
	}

	@Test
	void aHeldTelegramWaitsInAReplayToo() throws Exception {
		Map<String, Object> answer = play("hypocentre", "five");
		assertThat(list(answer, "released")).isEmpty();
		assertThat(this.journal.find(list(answer, "held").get(0)).orElseThrow().state())
			.isEqualTo(State.PENDING_APPROVAL);
	}

	@Test
	void everyMessageOfAnEnvelopeIsPlayed() throws Exception {
		OffsetDateTime now = OffsetDateTime.now().withNano(0);
		String message = Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml"))
			.replace("2026-06-01T10:00:00+09:00", Key.capTime(now))
			.replace("2026-06-01T16:00:00+09:00", Key.capTime(now.plusHours(6)));
		String body = message.substring(message.indexOf("<alert"));
		String later = body.replace("0100<", "0101<").replace("小又川のダム", "山王川のダム");
		Map<String, Object> answer = play(envelope(body, later), "seven");
		assertThat(list(answer, "held")).hasSize(2);
		answer = play(envelope(body, later.replace("<msgType>", "<msgType>x")), "eight");
		assertThat(list(answer, "held")).hasSize(1);
		assertThat(list(answer, "notes")).singleElement().asString().contains("2-envelope.xml");
		byte[] broken = envelope(body.replace("<msgType>", "<msgType>x"), later.replace("<msgType>", "<msgType>x"));
		assertThatThrownBy(() -> play(broken, "nine")).isInstanceOf(Unreadable.class);
	}

	private Map<String, Object> play(byte[] envelope, String run) throws Unreadable {
		return this.api.replay(envelope, "envelope.xml", run);
	}

	private static byte[] envelope(String... messages) {
		StringBuilder feed = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom'>");
		for (String message : messages) {
			feed.append("<entry><content type='text/xml'>").append(message).append("</content></entry>");
		}
		return feed.append("</feed>").toString().getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aBrokenTelegramIsRefusedInWords() {
		assertThatThrownBy(() -> play("broken", "six")).isInstanceOf(Unreadable.class).hasMessageContaining("XML");
		assertThat(this.api.unreadable(new Unreadable("空です", "empty")).getDetail()).isEqualTo("空です / empty");
	}

	private Map<String, Object> play(String telegram, String run) throws Unreadable {
		return this.api.replay(Telegrams.bytes(telegram), telegram, run);
	}

	private Alert released(Map<String, Object> answer) {
		List<String> released = list(answer, "released");
		assertThat(released).hasSize(1);
		return this.journal.find(released.get(0)).map(JournalEntry::alert).orElseThrow();
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(Map<String, Object> answer, String name) {
		return (List<String>) java.util.Objects.requireNonNull(answer.get(name));
	}

}
