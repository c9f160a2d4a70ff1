package jp.kodama.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.OffsetDateTime;

import jp.kodama.accounts.Officers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Programs that push telegrams over HTTP, well-behaved and not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpSourceTests {

	@TempDir
	static Path folder;

	private Engine kodama;

	private Push push;

	@BeforeAll
	void start() {
		this.kodama = Engine.start(folder, """
				push: {kind: http, options: {max-size: 1MB}}
				other: {kind: http}
				shut: {kind: http, enabled: false}
				""", "--server.tomcat.connection-timeout=1s");
		this.push = new Push(this.kodama, "push");
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
	void aPushedTelegramIsAiredAndTheAnswerSaysWhatWasDecided() throws Exception {
		HttpResponse<String> answer = this.push.send(tsunami());
		assertThat(answer.statusCode()).isEqualTo(202);
		assertThat(answer.body()).contains("\"decision\":\"AUTO\"", this.kodama.alerts().get(0).identifier());
		await().until(() -> this.kodama.aired(this.kodama.alerts().get(0).identifier()) == 1);
	}

	@Test
	void whatCannotBeReadIsRefusedByName() throws Exception {
		HttpResponse<String> answer = this.push.send(Telegrams.bytes("bomb"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("DOCTYPE");
		assertThat(this.push.send(tsunami()).statusCode()).isEqualTo(202);
	}

	@Test
	void onlyTheSourcesOwnTokenOpensIt() throws Exception {
		String other = new Push(this.kodama, "other").token();
		String officer = Officers.of(this.kodama.context()).token("officer", "read", "compose", "release");
		assertThat(this.push.send(tsunami(), "Bearer guessed").statusCode()).isEqualTo(401);
		assertThat(this.push.send(tsunami(), other).statusCode()).isEqualTo(403);
		assertThat(this.push.send(tsunami(), officer).statusCode()).isEqualTo(403);
		assertThat(this.kodama.alerts()).isEmpty();
	}

	@Test
	void theTokenOpensNothingElse() throws Exception {
		java.net.http.HttpRequest read = java.net.http.HttpRequest
			.newBuilder(java.net.URI.create("http://127.0.0.1:" + this.kodama.port() + "/api/v1/alerts"))
			.header("Authorization", this.push.token())
			.build();
		assertThat(java.net.http.HttpClient.newHttpClient()
			.send(read, java.net.http.HttpResponse.BodyHandlers.ofString())
			.statusCode()).isEqualTo(403);
	}

	@Test
	void theTokenIsForItsOwnerOnly() throws IOException {
		assertThat(Files.getPosixFilePermissions(this.kodama.home().resolve("intake-push.token")))
			.containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
		assertThat(this.kodama.home().resolve("intake-shut.token")).doesNotExist();
	}

	@Test
	void aSourceThatIsSwitchedOffTakesNothing() throws Exception {
		String own = Officers.of(this.kodama.context()).token("intake:shut@test", "intake");
		assertThat(new Push(this.kodama, "shut").send(tsunami(), own).statusCode()).isEqualTo(404);
	}

	@Test
	void moreThanIsAllowedIsRefusedAndItsBeginningKept() throws Exception {
		HttpResponse<String> answer = this.push.send(new byte[1024 * 1024 + 1]);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(this.kodama.taken("push", "reason")).singleElement().asString().contains("大きすぎます");
		Path kept = this.kodama.home().resolve("rejected").resolve(this.kodama.taken("push", "file").get(0));
		assertThat(Files.size(kept)).isLessThanOrEqualTo(64 * 1024);
	}

	@Test
	void aHundredMegabytesWithoutALengthAreRefusedAtTheLimit() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.kodama.port())) {
			begin(socket, "Transfer-Encoding: chunked");
			OutputStream out = socket.getOutputStream();
			byte[] chunk = new byte[1024 * 1024];
			for (int i = 0; i < 100; i++) {
				out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
				out.write(chunk);
				out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
			}
		}
		catch (SocketException ex) {
			// hung up on, as it should be
		}
		await().untilAsserted(
				() -> assertThat(this.kodama.taken("push", "reason")).singleElement().asString().contains("大きすぎます"));
	}

	@Test
	void halfABodyAndThenSilenceIsRefused() throws IOException {
		byte[] telegram = tsunami();
		try (Socket socket = new Socket("127.0.0.1", this.kodama.port())) {
			begin(socket, "Content-Length: " + telegram.length);
			socket.getOutputStream().write(telegram, 0, telegram.length / 2);
			socket.getOutputStream().flush();
			String status = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
			assertThat(status).contains(" 408");
		}
		assertThat(this.kodama.taken("push", "reason")).singleElement().asString().contains("途中で切れました");
		assertThat(this.kodama.alerts()).isEmpty();
	}

	@Test
	void whoeverBringsItIsToldThatItIsNotKept() throws Exception {
		JdbcClient jdbc = this.kodama.context().getBean(JdbcClient.class);
		jdbc.sql("ALTER TABLE intake RENAME TO intake_gone").update();
		try {
			assertThat(this.push.send(tsunami()).statusCode()).isEqualTo(503);
		}
		finally {
			jdbc.sql("ALTER TABLE intake_gone RENAME TO intake").update();
		}
		assertThat(this.kodama.alerts()).isEmpty();
		assertThat(this.push.send(tsunami()).statusCode()).isEqualTo(202);
	}

	private void begin(Socket socket, String length) throws IOException {
		socket.getOutputStream()
			.write(("POST /hooks/intake/push HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n"
					+ "Authorization: " + this.push.token() + "\r\n" + length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] tsunami() {
		return Telegrams.issued("tsunami-major", OffsetDateTime.now());
	}

}
