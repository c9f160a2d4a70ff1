package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.approval.Approvals;
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

/** What another office's CAP message sets in motion, from the inbox to the public. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapStoryTests {

	private static final String SENDER = "bousai@pref.example.jp";

	private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.ofHours(9)).withNano(0);

	@TempDir
	static Path folder;

	private ConfigurableApplicationContext kodama;

	private AlertJournal journal;

	private Path home;

	private int files;

	@BeforeAll
	void start() {
		this.home = folder.resolve("home");
		Town town = Town.in(folder.resolve("root")).with("pager", "- bean: {ref: testWire, method: send}");
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run("--spring.config.additional-location=file:config/", "--kodama.home=" + this.home,
					"--kodama.root=" + town.root(), "--server.port=0", "--camel.main.shutdown-timeout=1");
		this.journal = this.kodama.getBean(AlertJournal.class);
	}

	@AfterAll
	void stop() {
		this.kodama.getBean(TestWire.class).close();
		this.kodama.close();
	}

	@BeforeEach
	void forget() {
		this.journal.recent(100)
			.stream()
			.filter((entry) -> entry.state() == State.RELEASED)
			.forEach((entry) -> this.journal.move(entry.alert().identifier(), State.EXPIRED, "test", ""));
		this.kodama.getBean(JdbcClient.class).sql("DELETE FROM intake").update();
	}

	@Test
	void anOfficerReleasesTheSendersOwnWordsInEveryLanguage() throws Exception {
		Alert held = held(drop(alert("A1", NOW)));
		assertThat(held.infos()).extracting(Info::language).containsExactly("ja-JP", "en-US", "pt-BR");
		Info ja = held.main();
		assertThat(ja.text().headline()).isEqualTo("小又川のダムで緊急放流が始まります");
		assertThat(ja.text().instruction()).isEqualTo("川から離れ、高い所へ避難してください。");
		assertThat(ja.text().description()).doesNotContain("能登町");
		assertThat(ja.text().senderName()).isEqualTo("石川県");
		assertThat(ja.level()).hasValue(4);
		assertThat(ja.resources()).extracting("uri").containsExactly("https://pref.example.jp/sl/100.mp4");
		assertThat(ja.areas()).singleElement().satisfies((area) -> {
			assertThat(area.geocodes()).extracting("value").containsExactly("17461");
			assertThat(area.polygons()).hasSize(1);
		});
		assertThat(held.info("pt").orElseThrow().text().instruction()).isEqualTo("Afaste-se do rio.");
		assertThat(ja.parameter(Info.SOUND)).as("how it sounds is ours to say").hasValue("chime");
		assertThat(held.handling().codes()).contains(Handling.TEXT_ONLY);
		this.kodama.getBean(Approvals.class).approve(held.identifier(), "officer");
		await().until(() -> this.kodama.getBean(TestWire.class).taken("pager", held.identifier()).size() == 1);
	}

	@Test
	void anUpdateReplacesAndACancelWithdrawsWhatWasReleased() throws Exception {
		Alert first = approved(held(drop(alert("B1", NOW.minusMinutes(5)))));
		String update = alert("B2", NOW.minusMinutes(4)).replace(">Alert<", ">Update<")
			.replace("高い所へ", "もっと高い所へ")
			.replace("</scope>", "</scope><references>" + triple("B1", NOW.minusMinutes(5)) + "</references>");
		Alert second = held(drop(update));
		assertThat(second.msgType()).isEqualTo(MsgType.Update);
		assertThat(second.references()).containsExactly(first.key());
		approved(second);
		// This one references only the last before it.
		String cancel = alert("B3", NOW.minusMinutes(3)).replaceAll("(?s)<info>.*</info>", "")
			.replace(">Alert<", ">Cancel<")
			.replace("</scope>", "</scope><references>" + triple("B2", NOW.minusMinutes(4)) + "</references>");
		Alert third = held(drop(cancel));
		assertThat(third.msgType()).isEqualTo(MsgType.Cancel);
		assertThat(third.references()).containsExactly(second.key());
		assertThat(third.infos()).extracting(Info::language)
			.as("whoever was told is told of the end")
			.containsExactly("ja-JP", "en-US", "pt-BR");
		assertThat(third.main().text().headline()).isEqualTo("ダム緊急放流は取り消されました");
		approved(third);
		assertThat(state(second)).isEqualTo(State.CANCELLED);
	}

	@Test
	void aCancelNeverAirsAnAlert() throws Exception {
		String cancel = alert("C2", NOW).replace(">Alert<", ">Cancel<")
			.replace("</scope>", "</scope><references>" + triple("C1", NOW.minusHours(1)) + "</references>");
		String file = drop(cancel);
		assertThat(recorded(file)).containsEntry("alert", "");
		assertThat(String.valueOf(recorded(file).get("reason"))).contains("取り消すものはない");
	}

	@Test
	void whatItsSenderWithdrewCanNoLongerBeApproved() throws Exception {
		Alert first = held(drop(alert("D1", NOW.minusMinutes(2))));
		String cancel = alert("D2", NOW).replaceAll("(?s)<info>.*</info>", "")
			.replace(">Alert<", ">Cancel<")
			.replace("</scope>", "</scope><references>" + triple("D1", NOW.minusMinutes(2)) + "</references>");
		drop(cancel.replace("D2<", "D3<").replace(">Actual<", ">Exercise<"));
		assertThat(state(first)).as("a drill touches nothing real").isEqualTo(State.PENDING_APPROVAL);
		assertThat(recorded(drop(cancel))).containsEntry("alert", "");
		assertThat(state(first)).isEqualTo(State.DISCARDED);
	}

	@Test
	void theSameMessageAgainInOtherBytesIsARepetition() throws Exception {
		held(drop(alert("E1", NOW)));
		String again = drop(alert("E1", NOW).replace("高い所へ", "低い所へ"));
		assertThat(recorded(again)).containsEntry("decision", "RECORD").containsEntry("alert", "");
		assertThat(String.valueOf(recorded(again).get("reason"))).contains("重複");
	}

	@Test
	void whatIsOverOrNotYetSentIsNotAired() throws Exception {
		String over = drop(alert("F1", NOW.minusHours(8)).replaceAll("<expires>[^<]*",
				"<expires>" + NOW.minusHours(2).toString().replaceAll("(T\\d\\d:\\d\\d)([+])", "$1:00$2")));
		assertThat(recorded(over)).containsEntry("decision", "RECORD");
		assertThat(String.valueOf(recorded(over).get("reason"))).contains("有効期限切れ");
		String early = drop(alert("F2", NOW.plusHours(2)));
		assertThat(recorded(early)).containsEntry("decision", "HOLD");
		assertThat(String.valueOf(recorded(early).get("reason"))).contains("未来");
	}

	@Test
	void severalMessagesInOneEnvelopeAreTakenEachByItself() throws Exception {
		String feed = "<feed xmlns='http://www.w3.org/2005/Atom'>" + entry(alert("G1", NOW)) + entry(alert("G2", NOW))
				+ entry(alert("G3", NOW).replace(">Public<", ">Private<")) + "</feed>";
		Path made = Files.writeString(folder.resolve("envelope.xml"), feed);
		Files.createDirectories(this.home.resolve("inbox"));
		Files.move(made, this.home.resolve("inbox/envelope.xml"));
		await().until(() -> !rows("3-envelope.xml").isEmpty());
		assertThat(recorded("1-envelope.xml")).containsEntry("decision", "HOLD").containsEntry("event", "G1");
		assertThat(recorded("2-envelope.xml")).containsEntry("decision", "HOLD").containsEntry("event", "G2");
		assertThat(recorded("3-envelope.xml")).containsEntry("decision", "REJECT");
		assertThat(this.home.resolve("rejected/3-envelope.xml.reason.txt")).content().contains("特定の宛先");
	}

	private static String entry(String document) {
		return "<entry><content type='text/xml'>" + document.substring(document.indexOf("<alert"))
				+ "</content></entry>";
	}

	private String alert(String identifier, OffsetDateTime sent) throws IOException {
		return Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml"))
			.replace("ishikawa-2026-0100", identifier)
			.replace("2026-06-01T10:00:00+09:00", jp.kodama.alert.Key.capTime(sent))
			.replace("2026-06-01T16:00:00+09:00", jp.kodama.alert.Key.capTime(sent.plusHours(6)));
	}

	private static String triple(String identifier, OffsetDateTime sent) {
		return SENDER + "," + identifier + "," + jp.kodama.alert.Key.capTime(sent);
	}

	private String drop(String document) throws IOException {
		String name = "cap-" + ++this.files + ".xml";
		Path made = folder.resolve(name);
		Files.write(made, document.getBytes(StandardCharsets.UTF_8));
		Files.createDirectories(this.home.resolve("inbox"));
		Files.move(made, this.home.resolve("inbox").resolve(name));
		await().atMost(Duration.ofSeconds(20)).until(() -> !rows(name).isEmpty());
		return name;
	}

	private Map<String, Object> recorded(String file) {
		return rows(file).get(0);
	}

	private List<Map<String, Object>> rows(String file) {
		return this.kodama.getBean(JdbcClient.class)
			.sql("SELECT * FROM intake WHERE file = ?")
			.param(file)
			.query()
			.listOfRows();
	}

	private Alert held(String file) {
		assertThat(recorded(file)).containsEntry("decision", "HOLD");
		JournalEntry entry = this.journal.find(String.valueOf(recorded(file).get("alert"))).orElseThrow();
		assertThat(entry.state()).isEqualTo(State.PENDING_APPROVAL);
		return entry.alert();
	}

	private Alert approved(Alert alert) {
		return this.kodama.getBean(Approvals.class).approve(alert.identifier(), "officer").alert();
	}

	private State state(Alert alert) {
		return this.journal.find(alert.identifier()).orElseThrow().state();
	}

}
