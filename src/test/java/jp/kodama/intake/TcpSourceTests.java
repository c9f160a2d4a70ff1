package jp.kodama.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.intake.source.Light;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Receivers that hand telegrams over by TCP, well-behaved and not. Real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TcpSourceTests {

	@TempDir
	static Path folder;

	private final int length = Engine.freePort();

	private final int little = Engine.freePort();

	private final int newline = Engine.freePort();

	private final int text = Engine.freePort();

	private final int guarded = Engine.freePort();

	private Engine kodama;

	@BeforeAll
	void start() {
		this.kodama = Engine.start(folder, """
				length:
				  kind: tcp
				  address: 127.0.0.1:%d
				  options: {whole-within: 1s, connections: 3, max-size: 1MB}
				little:
				  kind: tcp
				  address: 127.0.0.1:%d
				  options: {byte-order: little, idle: 1s}
				newline:
				  kind: tcp
				  address: 127.0.0.1:%d
				  options: {framing: newline}
				text:
				  kind: tcp
				  address: 127.0.0.1:%d
				  options: {framing: text, max-size: 1MB}
				guarded:
				  kind: tcp
				  address: 127.0.0.1:%d
				  options: {peers: "192.0.2.0/24, 2001:db8::1"}
				""".formatted(this.length, this.little, this.newline, this.text, this.guarded));
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
	void aTelegramAfterItsLengthIsAired() throws IOException {
		try (Socket receiver = connect(this.length)) {
			send(receiver, framed(tsunami()));
			aired("length");
		}
	}

	@Test
	void telegramsInOnePieceAndInManyPiecesAreTheSame() throws Exception {
		OffsetDateTime now = OffsetDateTime.now();
		byte[] both = concat(framed(Telegrams.issued("tsunami-warning", now.minusMinutes(9))),
				framed(Telegrams.issued("tsunami-raised", now)));
		try (Socket receiver = connect(this.length)) {
			for (int from = 0; from < both.length; from += 700) {
				send(receiver, java.util.Arrays.copyOfRange(both, from, Math.min(both.length, from + 700)));
				Thread.sleep(1);
			}
			await().until(() -> this.kodama.taken("length", "alert").size() == 2);
		}
		assertThat(this.kodama.alerts()).extracting((alert) -> alert.main().text().headline())
			.containsExactlyInAnyOrder("津波警報が発表されました", "大津波警報に切り替わりました");
	}

	@Test
	void aLengthMayStandInTheOtherByteOrder() throws IOException {
		byte[] telegram = tsunami();
		try (Socket receiver = connect(this.little)) {
			send(receiver, concat(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(telegram.length).array(),
					telegram));
			aired("little");
		}
	}

	@Test
	void aLineIsATelegramAndTheLastNeedsNoEnd() throws IOException {
		String one = new String(tsunami(), StandardCharsets.UTF_8).replaceAll("\\R", " ");
		try (Socket receiver = connect(this.newline)) {
			send(receiver, ("\n\n" + one).getBytes(StandardCharsets.UTF_8));
		}
		aired("newline");
	}

	@Test
	void theClosingTagEndsATelegram() throws IOException {
		OffsetDateTime now = OffsetDateTime.now();
		try (Socket receiver = connect(this.text)) {
			send(receiver, Telegrams.issued("tsunami-warning", now.minusMinutes(9)));
			send(receiver, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			send(receiver, Telegrams.issued("tsunami-raised", now));
			await().until(() -> this.kodama.taken("text", "alert").size() == 2);
		}
		assertThat(this.kodama.alerts()).hasSize(2);
	}

	@Test
	void aLengthOfNothingIsASignOfLife() throws IOException {
		try (Socket receiver = connect(this.little)) {
			send(receiver, new byte[4]);
			await().until(() -> this.kodama.source("little").lastHeard().isPresent());
		}
		assertThat(this.kodama.taken("little", "file")).isEmpty();
	}

	@Test
	void aLengthOfAHundredMegabytesIsRefusedAtOnce() throws IOException {
		try (Socket receiver = connect(this.length)) {
			new DataOutputStream(receiver.getOutputStream()).writeInt(100 * 1024 * 1024);
			send(receiver, new byte[1000]);
			assertThat(closedByOtherSide(receiver)).isTrue();
		}
		refused("length", "大きすぎます");
		theNextIsAired();
	}

	@Test
	void ahundredMegabytesWithoutEndAreRefusedAtTheLimit() throws IOException {
		try (Socket receiver = connect(this.text)) {
			OutputStream out = receiver.getOutputStream();
			for (int i = 0; i < 100; i++) {
				out.write("<a>".repeat(350_000).getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (SocketException ex) {
			// hung up on, as it should be
		}
		refused("text", "大きすぎます");
	}

	@Test
	void halfATelegramAndThenSilenceIsRefused() throws IOException {
		byte[] frame = framed(tsunami());
		try (Socket receiver = connect(this.length)) {
			send(receiver, java.util.Arrays.copyOf(frame, frame.length / 2));
			refused("length", "途中で止まりました");
			assertThat(closedByOtherSide(receiver)).isTrue();
		}
		theNextIsAired();
	}

	@Test
	void halfATelegramAndThenTheEndIsRefused() throws IOException {
		byte[] frame = framed(tsunami());
		try (Socket receiver = connect(this.length)) {
			send(receiver, java.util.Arrays.copyOf(frame, frame.length / 2));
		}
		refused("length", "途中で接続が切れました");
		assertThat(this.kodama.source("length").light()).isEqualTo(Light.ERROR);
		theNextIsAired();
		assertThat(this.kodama.source("length").light()).isEqualTo(Light.OK);
	}

	@Test
	void whatIsNoTelegramIsRefusedAndTheConnectionLivesOn() throws IOException {
		byte[] tsunami = tsunami();
		try (Socket receiver = connect(this.length)) {
			for (String bad : List.of("bomb", "external-entity", "broken", "not-xml", "feed")) {
				send(receiver, framed(Telegrams.bytes(bad)));
			}
			String cut = new String(tsunami, StandardCharsets.UTF_8);
			send(receiver, framed(cut.substring(0, cut.length() / 2).getBytes(StandardCharsets.UTF_8)));
			send(receiver, framed(cut.replace("UTF-8", "Shift_JIS").getBytes(StandardCharsets.UTF_8)));
			send(receiver, framed(tsunami));
			aired("length");
		}
		assertThat(this.kodama.taken("length", "decision")).filteredOn("REJECT"::equals).hasSizeGreaterThanOrEqualTo(6);
		assertThat(this.kodama.taken("length", "reason")).anyMatch((reason) -> reason.contains("DOCTYPE"));
	}

	@Test
	void oneWhoSaysNothingIsHungUpOn() throws IOException {
		try (Socket receiver = connect(this.little)) {
			assertThat(closedByOtherSide(receiver)).isTrue();
		}
	}

	@Test
	void oneTooManyIsTurnedAwayAndTheOthersGoOn() throws IOException {
		List<Socket> open = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				open.add(connect(this.length));
				send(open.get(i), new byte[4]);
			}
			try (Socket tooMany = connect(this.length)) {
				assertThat(closedByOtherSide(tooMany)).isTrue();
			}
			send(open.get(0), framed(tsunami()));
			aired("length");
		}
		finally {
			for (Socket one : open) {
				one.close();
			}
		}
	}

	/** Whoever sends by TCP gets no answer that would make it repeat. */
	@Test
	void whatCameWhileTheStoreFailedIsTakenWhenItWorksAgain() throws IOException {
		JdbcClient jdbc = this.kodama.context().getBean(JdbcClient.class);
		jdbc.sql("ALTER TABLE intake RENAME TO intake_gone").update();
		try (Socket receiver = connect(this.little)) {
			byte[] telegram = tsunami();
			send(receiver, concat(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(telegram.length).array(),
					telegram));
			await().until(() -> spooled("little") == 1);
			assertThat(this.kodama.alerts()).isEmpty();
		}
		finally {
			jdbc.sql("ALTER TABLE intake_gone RENAME TO intake").update();
		}
		aired("little");
		await().until(() -> spooled("little") == 0);
	}

	/** Letters on disk: they outlive a stop. */
	private int spooled(String source) {
		String[] files = this.kodama.home().resolve("spool").resolve(source).toFile().list();
		return (files != null) ? files.length : 0;
	}

	@Test
	void aStrangerMayNotConnect() throws IOException {
		try (Socket stranger = connect(this.guarded)) {
			assertThat(closedByOtherSide(stranger)).isTrue();
		}
		assertThat(this.kodama.taken("guarded", "file")).isEmpty();
	}

	private void theNextIsAired() throws IOException {
		try (Socket receiver = connect(this.length)) {
			send(receiver, framed(tsunami()));
			aired("length");
		}
	}

	private void aired(String source) {
		await().untilAsserted(() -> assertThat(this.kodama.taken(source, "alert")).anyMatch((one) -> !one.isEmpty()));
		String alert = this.kodama.taken(source, "alert")
			.stream()
			.filter((one) -> !one.isEmpty())
			.findFirst()
			.orElseThrow();
		await().until(() -> this.kodama.aired(alert) == 1);
	}

	private void refused(String source, String why) {
		await()
			.untilAsserted(() -> assertThat(this.kodama.taken(source, "reason")).anyMatch((one) -> one.contains(why)));
		String name = this.kodama.taken(source, "file").get(0);
		assertThat(this.kodama.home().resolve("rejected").resolve(name)).exists();
		assertThat(this.kodama.home().resolve("rejected").resolve(name + ".reason.txt")).content().contains(why);
	}

	private static byte[] tsunami() {
		return Telegrams.issued("tsunami-major", OffsetDateTime.now());
	}

	private static byte[] framed(byte[] telegram) {
		return concat(ByteBuffer.allocate(4).putInt(telegram.length).array(), telegram);
	}

	private static byte[] concat(byte[] one, byte[] other) {
		ByteArrayOutputStream both = new ByteArrayOutputStream();
		both.writeBytes(one);
		both.writeBytes(other);
		return both.toByteArray();
	}

	private Socket connect(int port) {
		await().until(() -> this.kodama.context().getBean(org.apache.camel.CamelContext.class).isStarted());
		try {
			return new Socket("127.0.0.1", port);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void send(Socket socket, byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
	}

	private static boolean closedByOtherSide(Socket socket) throws IOException {
		socket.setSoTimeout(20_000);
		try {
			return socket.getInputStream().read() < 0;
		}
		catch (SocketException ex) {
			return true;
		}
	}

}
