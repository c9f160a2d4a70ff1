package jp.kodama.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.State;
import jp.kodama.intake.source.Light;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Receivers that notify by mail, from a real mail program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailSourceTests {

	@TempDir
	static Path folder;

	private final int port = Engine.freePort();

	private final int guarded = Engine.freePort();

	private final Receiver receiver = new Receiver(this.port);

	private Engine kodama;

	@BeforeAll
	void start() throws IOException {
		Town town = Engine.town(folder.resolve("root"), """
				mail:
				  kind: mail
				  address: 127.0.0.1:%d
				  options: {max-size: 1MB, idle: 1s}
				guarded:
				  kind: mail
				  address: 127.0.0.1:%d
				  options: {peers: 192.0.2.7}
				""".formatted(this.port, this.guarded));
		Files.writeString(town.root().resolve("config/mail-notices.yaml"), """
				rules:
				  - {subject: 定時試験, release: record}
				  - {subject: 津波, body: 大津波警報, message: tsunami, release: auto}
				  - {body: 断水, message: drill}
				otherwise: received-words
				""");
		this.kodama = Engine.start(folder, town);
		await().until(() -> this.kodama.source("mail").light() == Light.OK);
	}

	@AfterAll
	void stop() {
		this.kodama.close();
	}

	@BeforeEach
	void forget() {
		this.kodama.forget();
	}

	@Test
	void whatIsAttachedAsXmlIsATelegram() throws MessagingException {
		Receiver.send(this.receiver.attached("J-ALERT受信", "電文.xml", tsunami(), Telegrams.bytes("broken")));
		assertThat(this.kodama.taken("mail", "decision")).containsExactlyInAnyOrder("AUTO", "REJECT");
		assertThat(this.kodama.taken("mail", "file")).allMatch((name) -> name.endsWith("電文.xml"));
		await().until(() -> this.kodama.aired(this.kodama.alerts().get(0).identifier()) == 1);
	}

	@Test
	void wordsThatARuleKnowsAreAnsweredByItsMessageOnce() throws MessagingException {
		MimeMessage mail = this.receiver.words("津波情報", "大津波警報を受信しました。");
		Receiver.send(mail);
		Alert alert = this.kodama.alerts().get(0);
		assertThat(alert.main().text().headline()).isEqualTo("津波です　避難してください");
		await().until(() -> this.kodama.aired(alert.identifier()) == 1);
		Receiver.send(mail);
		Receiver.send(this.receiver.words("津波情報", "大津波警報を受信しました。（地上系）"));
		assertThat(this.kodama.alerts()).hasSize(1);
		assertThat(this.kodama.taken("mail", "reason")).anyMatch((reason) -> reason.contains("重複"))
			.anyMatch((reason) -> reason.contains("発報中の内容と同じ"));
	}

	@Test
	void wordsThatNoRuleKnowsWaitForAnOfficerAndAreNeverReadAloud() throws MessagingException {
		Receiver.send(this.receiver.words("国民保護情報", "ミサイル発射情報。{districts}\n建物の中へ。"));
		Alert alert = this.kodama.alerts().get(0);
		assertThat(state(alert)).isEqualTo(State.PENDING_APPROVAL);
		assertThat(alert.main().text().headline()).contains("国民保護情報");
		assertThat(alert.main().text().description()).contains("建物の中へ。");
		assertThat(alert.handling().codes()).contains(Handling.TEXT_ONLY);
		assertThat(this.kodama.aired(alert.identifier())).isZero();
	}

	@Test
	void aMailOfNothingWaitsForAnOfficerToo() throws MessagingException {
		Receiver.send(this.receiver.words("", ""));
		assertThat(state(this.kodama.alerts().get(0))).isEqualTo(State.PENDING_APPROVAL);
	}

	@Test
	void wordsThatAreMeantToHarmAreOnlyWords() throws MessagingException {
		Receiver.send(
				this.receiver.words("<script>\u0007\r\n {words} " + "長".repeat(300), "\u0000'; DROP TABLE alert; --"));
		Alert alert = this.kodama.alerts().get(0);
		assertThat(state(alert)).isEqualTo(State.PENDING_APPROVAL);
		assertThat(alert.main().text().headline()).startsWith("通知を受信しました：<script>").doesNotContain("\u0007", "\n", "{");
		assertThat(alert.main().text().description()).contains("DROP TABLE").doesNotContain("\u0000");
	}

	@Test
	void aDailyTestIsOnlyWrittenDown() throws MessagingException {
		Receiver.send(this.receiver.words("定時試験", "受信機は正常です。"));
		assertThat(this.kodama.taken("mail", "decision")).containsExactly("RECORD");
		assertThat(this.kodama.alerts()).isEmpty();
		assertThat(this.kodama.source("mail").lastHeard()).isPresent();
	}

	@Test
	void aMailThatIsTooLargeIsRefusedAndTheNextIsTaken() throws MessagingException {
		MimeMessage huge = this.receiver.attached("大きい", "huge.xml", new byte[3 * 1024 * 1024]);
		assertThatThrownBy(() -> Receiver.send(huge)).isInstanceOf(MessagingException.class);
		Receiver.send(this.receiver.attached("J-ALERT受信", "a.xml", tsunami()));
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	/** A sender that does not say the size first. */
	@Test
	void aHundredMegabytesAreNeverHeldInMemoryAndRefused() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			OutputStream out = socket.getOutputStream();
			say(out, in, "HELO receiver");
			say(out, in, "MAIL FROM:<receiver@example.jp>");
			say(out, in, "RCPT TO:<kodama@example.jp>");
			say(out, in, "DATA");
			byte[] line = ("x".repeat(70) + "\r\n").repeat(1000).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 1400; i++) {
				out.write(line);
			}
			assertThat(say(out, in, "\r\n.")).startsWith("552");
		}
		assertThat(this.kodama.taken("mail", "reason")).singleElement().asString().contains("大きすぎます");
	}

	@Test
	void halfAMailAndThenSilenceChangesNothing() throws IOException, MessagingException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			OutputStream out = socket.getOutputStream();
			say(out, in, "HELO receiver");
			say(out, in, "MAIL FROM:<receiver@example.jp>");
			say(out, in, "RCPT TO:<kodama@example.jp>");
			say(out, in, "DATA");
			out.write("Subject: half".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			socket.setSoTimeout(20_000);
			String last = in.readLine();
			assertThat((last != null) ? last : "421 closed").startsWith("4");
		}
		assertThat(this.kodama.taken("mail", "file")).isEmpty();
		Receiver.send(this.receiver.attached("J-ALERT受信", "a.xml", tsunami()));
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	@Test
	void aStrangerMayNotSend() throws MessagingException {
		MimeMessage mail = new Receiver(this.guarded).words("津波", "大津波警報");
		assertThatThrownBy(() -> Receiver.send(mail)).isInstanceOf(MessagingException.class);
		assertThat(this.kodama.alerts()).isEmpty();
	}

	private State state(Alert alert) {
		return this.kodama.context().getBean(AlertJournal.class).find(alert.identifier()).orElseThrow().state();
	}

	private static String say(OutputStream out, BufferedReader in, String line) throws IOException {
		if (line.startsWith("HELO")) {
			in.readLine();
		}
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
		return String.valueOf(in.readLine());
	}

	private static byte[] tsunami() {
		return Telegrams.issued("tsunami-major", OffsetDateTime.now());
	}

}
