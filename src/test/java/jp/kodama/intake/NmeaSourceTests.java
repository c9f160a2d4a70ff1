package jp.kodama.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.approval.Approvals;
import jp.kodama.intake.michibiki.Satellite;
import jp.kodama.intake.source.Light;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A satellite receiver that says the same every few seconds, on a line that breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NmeaSourceTests {

	private static final String POSITION = "$GPGGA,010000.00,3713.9,N,13654.2,E,1,08,1.0,10.0,M,,M,,*5A";

	@TempDir
	static Path folder;

	private ServerSocket receiver;

	private Path device;

	private Engine kodama;

	@BeforeEach
	void forget() {
		this.kodama.forget();
	}

	@BeforeAll
	void listen() throws IOException {
		this.receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.receiver.setSoTimeout(60_000);
		this.device = folder.resolve("ttyACM0");
		Files.writeString(this.device, "");
		this.kodama = Engine.start(folder, """
				line:
				  kind: nmea
				  address: 127.0.0.1:%d
				  options: {again: "100"}
				device:
				  kind: nmea-device
				  address: %s
				""".formatted(this.receiver.getLocalPort(), this.device));
	}

	@AfterAll
	void stop() throws IOException {
		this.kodama.close();
		this.receiver.close();
	}

	@Test
	void aReportIsTakenOnceHoweverOftenTheSatellitesSayItAndTheLineMayBreak() throws IOException {
		byte[] missile = missile(128);
		try (Socket line = this.receiver.accept()) {
			say(line, POSITION.getBytes(StandardCharsets.US_ASCII), missile, missile, missile);
			await().atMost(Duration.ofSeconds(30)).until(() -> taken("line").size() == 1);
			assertThat(taken("line")).containsExactly("HOLD");
			assertThat(this.kodama.source("line").light()).isEqualTo(Light.OK);
		}
		try (Socket line = this.receiver.accept()) {
			say(line, missile, damaged(missile), missile(133), missile);
			await().atMost(Duration.ofSeconds(30)).until(() -> taken("line").size() == 3);
			assertThat(taken("line")).containsExactlyInAnyOrder("HOLD", "REJECT", "HOLD");
		}
		assertThat(this.kodama.alerts()).extracting(Alert::rehearsalOnly).containsOnly(false);
		assertThat(this.kodama.alerts()).extracting((alert) -> alert.main().text().headline())
			.anyMatch((headline) -> headline.contains("ミサイル発射"));
	}

	@Test
	void aDeviceIsReadAsItIsWritten() throws IOException {
		byte[] flood = Satellite.dcx(1, 4, 68).with(50, 14, minute()).with(146, 16, 17461).sentence();
		for (byte[] sentence : List.of(flood, flood)) {
			Files.write(this.device,
					(new String(sentence, StandardCharsets.US_ASCII) + "\r\n").getBytes(StandardCharsets.US_ASCII),
					StandardOpenOption.APPEND);
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> !taken("device").isEmpty());
		assertThat(taken("device")).containsExactly("HOLD");
	}

	@Test
	void aFloodEndsNoMissileAlertAndAnAllClearDoes() throws IOException {
		Reception reception = this.kodama.context().getBean(Reception.class);
		Satellite hijack = Satellite.dcx(1, 2, 100).with(50, 14, minute()).with(194 - 17, 1, 1);
		String held = reception.take(reception.letter("line", hijack.sentence())).held().get(0);
		this.kodama.context().getBean(Approvals.class).approve(held, "deputy");
		reception.take(reception.letter("line",
				Satellite.dcx(1, 2, 68).with(50, 14, minute()).with(194 - 17, 1, 1).sentence()));
		assertThat(state(held)).isEqualTo(State.RELEASED);
		reception.take(reception.letter("line",
				Satellite.dcx(3, 2, 100).with(50, 14, minute() + 1).with(194 - 17, 1, 1).sentence()));
		assertThat(state(held)).isEqualTo(State.CANCELLED);
	}

	private State state(String alert) {
		return this.kodama.context().getBean(AlertJournal.class).find(alert).orElseThrow().state();
	}

	private List<String> taken(String source) {
		return this.kodama.taken(source, "decision");
	}

	private static byte[] missile(int guidance) {
		return Satellite.dcx(1, 2, 8)
			.with(47, 2, 3)
			.with(50, 14, minute())
			.with(70, 10, guidance)
			.with(194 - 17, 1, 1)
			.sentence();
	}

	/** Now, as the minutes of the week are counted. */
	private static long minute() {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		return Duration
			.between(now.toLocalDate()
				.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
				.atStartOfDay()
				.atOffset(ZoneOffset.UTC), now)
			.toMinutes() + 1;
	}

	private static byte[] damaged(byte[] sentence) {
		byte[] damaged = sentence.clone();
		damaged[20] = (byte) ((damaged[20] == '0') ? '1' : '0');
		return damaged;
	}

	private static void say(Socket line, byte[]... sentences) throws IOException {
		for (byte[] sentence : sentences) {
			line.getOutputStream().write(sentence);
			line.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		line.getOutputStream().flush();
	}

}
