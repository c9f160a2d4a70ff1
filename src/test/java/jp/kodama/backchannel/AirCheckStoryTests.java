package jp.kodama.backchannel;

import jp.kodama.backchannel.recording.Recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.State;
import jp.kodama.alert.Text;
import jp.kodama.backchannel.aircheck.Check;
import jp.kodama.backchannel.aircheck.Findings;
import jp.kodama.backchannel.monitor.Hearing;
import jp.kodama.backchannel.monitor.MonitorState;
import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.backchannel.transcript.Transcript;
import jp.kodama.backchannel.transcript.Transcripts;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.RehearsalFolder;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.receipt.Receipts;
import jp.kodama.rendering.Renderer;
import jp.kodama.speech.Sound;
import jp.kodama.testing.Outdoors;
import jp.kodama.testing.RadioTown;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Rehearsals are aired, and what a microphone recorded of them is put into the rehearsal
 * monitor's folder; or something else is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AirCheckStoryTests {

	private RadioTown kodama;

	private Path folder;

	/** Where it is only listened to whether we are heard, not what is said. */
	private Path temple;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "no ffmpeg: apt-get install ffmpeg");
		this.folder = folder.resolve("recorded");
		this.temple = folder.resolve("temple");
		this.kodama = RadioTown.start(folder, """
				monitors:
				  school: {kind: folder, rehearsal: true, zones: [住吉], address: '%s'}
				  temple: {kind: folder, rehearsal: true, zones: [穴水], transcribe: false, address: '%s'}
				  harbour: {kind: rtp, enabled: true, zones: [兜], address: '127.0.0.1:45999'}
				air-check: {within: 1s, urgent: repeat, routine: alarm}
				""".formatted(this.folder, this.temple));
		String unavailable = this.kodama.bean(Renderer.class).unavailable("radio");
		assumeTrue(unavailable.isEmpty(), unavailable);
	}

	@AfterAll
	void stop() {
		if (this.kodama != null) {
			this.kodama.close();
		}
	}

	@Test
	@Order(1)
	void aBroadcastThatWasRecordedInNoiseIsHeardWithScoreZoneAndRecording() throws IOException {
		Alert alert = release(order(SampleAlerts.evacuation(), "4", "住吉"));
		Sound aired = aired(alert, "0");
		RadioTown.drop(this.folder, "evacuation.wav",
				Outdoors.noisy(Outdoors.recorded(Outdoors.echoed(aired)), 10).wav());
		Check check = await().until(() -> check(alert, 0), (one) -> one.state() != Check.State.WAITING);
		assertThat(check.state()).isEqualTo(Check.State.HEARD);
		Receipts.Receipt receipt = receipts(alert, Evidence.HEARD).get(0);
		assertThat(receipt.detail()).contains("school", "score 0.9", "zone 住吉", check.recording());
		assertThat(this.kodama.bean(Recordings.class).file(check.recording())).isPresent();
		assertThat(radio(alert).counts()).containsKey(Evidence.HEARD);
		assertThat(this.kodama.bean(AuditTrail.class).verify()).isEmpty();
		assertThat(checks(alert)).as("what is meant is heard elsewhere")
			.extracting(Check::monitor)
			.containsOnly("school");
		assertThat(this.kodama.bean(AlertJournal.class).in(State.DRAFT)).isEmpty();
		await().until(() -> this.kodama.bean(Transcripts.class).latest(10).size() == 1);
		assertThat(this.kodama.bean(Transcripts.class).latest(10)).extracting(Transcript::state)
			.containsOnly(Transcript.State.OURS);
	}

	@Test
	@Order(2)
	void anotherLevelOnTheAirFailsAndIsRepeatedOnceAndThatIsHeard() throws IOException {
		Alert alert = release(order(SampleAlerts.evacuation(), "4", "穴水"));
		Alert other = order(alert, "5", "穴水");
		RadioTown.drop(this.temple, "wrong.wav", Outdoors.recorded(aired(other)).wav());
		Check failed = await().until(() -> check(alert, 0), (one) -> one.state() != Check.State.WAITING);
		assertThat(failed.state()).isEqualTo(Check.State.NOT_HEARD);
		assertThat(receipts(alert, Evidence.FAILED).get(0).detail()).contains("not heard");
		assertThat(this.kodama.bean(Findings.class).alarming()).extracting(Check::delivery).contains(failed.delivery());

		Sound again = aired(alert, "unheard");
		RadioTown.drop(this.temple, "again.wav", Outdoors.recorded(again).wav());
		await().until(() -> checks(alert).stream().anyMatch((one) -> one.state() == Check.State.HEARD));
		this.kodama.bean(Findings.class).seen(failed.delivery().id(), "officer");
		assertThat(this.kodama.bean(Findings.class).alarming()).isEmpty();
	}

	@Test
	@Order(3)
	void whatCannotBeHeardIsPutAsideWithAReason() throws Exception {
		refused("long.wav", "長すぎます", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "10800", "-c:a", "pcm_alaw");
		refused("surround.wav", "モノラル", "-f", "lavfi", "-i", "anullsrc=r=16000:cl=5.1", "-t", "3");
		RadioTown.drop(this.folder, "page.wav",
				"<html><body>404</body></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(reason("page.wav")).contains("音声ではありません");
		byte[] whole = Outdoors.recorded(Outdoors.chime()).wav();
		RadioTown.drop(this.folder, "cut.wav", java.util.Arrays.copyOf(whole, whole.length / 2 + 1));
		assertThat(reason("cut.wav")).contains("途中で切れている");
		MonitorState state = await().until(() -> this.kodama.bean(Monitors.class).all().get(1),
				(one) -> one.hearing() == Hearing.WAITING);
		assertThat(state.refused()).contains("cut.wav");
	}

	private void refused(String name, String why, String... made) throws Exception {
		Path file = this.folder.resolveSibling(name);
		java.util.List<String> command = new java.util.ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
		command.addAll(List.of(made));
		command.add(file.toString());
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
		Files.move(file, this.folder.resolve(name));
		assertThat(reason(name)).contains(why);
	}

	private String reason(String name) throws IOException {
		Path reason = this.folder.resolve("rejected").resolve(name + ".reason.txt");
		await().until(() -> Files.exists(reason) && Files.size(reason) > 0);
		return Files.readString(reason);
	}

	private Alert release(Alert sample) {
		Alert alert = SampleAlerts.fresh(sample);
		this.kodama.bean(AlertJournal.class).enterReleased(alert, "test", "");
		this.kodama.bean(ProducerTemplate.class).sendBody("direct:released", alert.identifier());
		return alert;
	}

	/** In Japanese only, and with a chime: short enough for a test. */
	private static Alert order(Alert alert, String level, String district) {
		Info ja = alert.main();
		Area area = new Area(district + "地区",
				List.of(new Area.Geocode(Area.Geocode.JIS, "17461"), new Area.Geocode(Area.Geocode.DISTRICT, district)),
				List.of());
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				List.of(new Info(ja.language(), ja.classification(), new Text("避難指示を発令しました", "", "全員避難してください。", "穴水町"),
						ja.expires(), Map.of(Info.LEVEL, level), List.of(area))));
	}

	private Sound aired(Alert alert, String batch) throws IOException {
		RehearsalFolder rehearsals = this.kodama.bean(RehearsalFolder.class);
		String delivery = alert.identifier() + ".radio." + batch;
		await().until(() -> rehearsals.file("radio", delivery, "broadcast.wav").isPresent());
		await().until(() -> checks(alert).stream().anyMatch((one) -> one.delivery().id().equals(delivery)));
		return Sound.ofWav(Files.readAllBytes(rehearsals.file("radio", delivery, "broadcast.wav").orElseThrow()));
	}

	/** What would be aired of it. */
	private Sound aired(Alert alert) throws IOException {
		jp.kodama.delivery.ChannelSettings radio = this.kodama.bean(jp.kodama.delivery.Channels.class).get("radio");
		for (jp.kodama.rendering.Artifact one : this.kodama.bean(jp.kodama.approval.Previews.class).of(alert, radio)) {
			if (one.mediaType().equals("audio/wav")) {
				return Sound.ofWav(one.content());
			}
		}
		throw new AssertionError("no sound");
	}

	private List<Check> checks(Alert alert) {
		return this.kodama.bean(Findings.class)
			.latest(50)
			.stream()
			.filter((one) -> one.delivery().alert().equals(alert.identifier()))
			.toList();
	}

	private Check check(Alert alert, int batch) {
		return checks(alert).stream()
			.filter((one) -> one.delivery().batch().equals(Integer.toString(batch)))
			.findFirst()
			.orElseThrow();
	}

	private List<Receipts.Receipt> receipts(Alert alert, Evidence evidence) {
		return this.kodama.bean(Receipts.class)
			.of(alert.identifier())
			.stream()
			.filter((one) -> one.delivery().contains(".radio.") && one.evidence() == evidence)
			.toList();
	}

	private DeliveryView radio(Alert alert) {
		return this.kodama.bean(DeliveryBoard.class)
			.of(alert.identifier())
			.stream()
			.filter((one) -> one.delivery().channel().equals("radio"))
			.findFirst()
			.orElseThrow();
	}

}
