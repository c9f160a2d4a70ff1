package jp.kodama.intake;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.intake.source.Light;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Relays of receivers, in a file or over HTTP, and the prepared messages they call for.
 */
class ContactSourceTests {

	@TempDir
	Path folder;

	private Path relay;

	private Path siren;

	private Town town;

	private Engine kodama;

	@BeforeEach
	void start() throws IOException {
		this.relay = this.folder.resolve("relay");
		this.siren = this.folder.resolve("siren");
		set(this.relay, "0");
		set(this.siren, "0");
		this.town = Engine.town(this.folder.resolve("root"), """
				relay:
				  kind: contact
				  address: %s
				  options: {message: tsunami, settles: 50ms}
				siren:
				  kind: contact
				  address: %s
				  options: {message: tsunami, release: auto}
				pushed:
				  kind: contact-http
				  options: {message: tsunami, release: auto, settles: 50ms}
				""".formatted(this.relay, this.siren));
		begin();
	}

	@AfterEach
	void stop() {
		this.kodama.close();
	}

	@Test
	void aClosingWaitsForAnOfficerAndIsAskedAboutOnce() throws IOException {
		set(this.relay, "1");
		await().until(() -> this.kodama.alerts().size() == 1);
		assertThat(state(this.kodama.alerts().get(0))).isEqualTo(State.PENDING_APPROVAL);
		assertThat(this.kodama.alerts().get(0).main().text().headline()).isEqualTo("津波です　避難してください");
		set(this.relay, "0");
		await().until(() -> this.kodama.taken("relay", "decision").equals(List.of("HOLD", "RECORD")));
		set(this.relay, "1");
		await().until(() -> this.kodama.taken("relay", "decision").size() == 3);
		assertThat(this.kodama.taken("relay", "reason").get(2)).contains("承認待ち");
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	@Test
	void oneThatMayGoesOutAtOnceAndItsSecondClosingIsNoSecondAlert() throws IOException {
		set(this.siren, "1");
		await().until(() -> this.kodama.alerts().size() == 1);
		Alert alert = this.kodama.alerts().get(0);
		await().until(() -> this.kodama.aired(alert.identifier()) == 1);
		set(this.siren, "0");
		await().until(() -> this.kodama.taken("siren", "decision").size() == 2);
		set(this.siren, "1");
		await().until(() -> this.kodama.taken("siren", "decision").size() == 3);
		assertThat(this.kodama.taken("siren", "reason").get(2)).contains("発報中の内容と同じ");
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	@Test
	void oneThatClosedWhileNobodyLookedWaitsForAnOfficer() throws IOException {
		this.kodama.close();
		set(this.siren, "1");
		begin();
		await().until(() -> this.kodama.alerts().size() == 1);
		assertThat(state(this.kodama.alerts().get(0))).isEqualTo(State.PENDING_APPROVAL);
		assertThat(this.kodama.taken("siren", "reason")).singleElement().asString().contains("停止中");
	}

	@Test
	void oneThatWasDealtWithIsNotFoundAgainByTheNextStart() throws IOException {
		set(this.siren, "1");
		await().until(() -> this.kodama.alerts().size() == 1);
		this.kodama.close();
		begin();
		set(this.siren, "0");
		await().until(() -> this.kodama.taken("siren", "decision").equals(List.of("AUTO", "RECORD")));
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	@Test
	void aWireThatIsPulledShows() throws IOException {
		Files.delete(this.relay);
		await().until(() -> this.kodama.source("relay").light() == Light.ERROR);
		assertThat(this.kodama.source("relay").trouble()).contains("接点を読めません");
		set(this.relay, "0");
		await().until(() -> this.kodama.source("relay").light() == Light.OK);
	}

	@Test
	void aContactOverHttpIsAnsweredWithWhatItLedTo() throws Exception {
		Push push = new Push(this.kodama, "pushed");
		assertThat(send(push, "0").body()).contains("変化なし");
		HttpResponse<String> closed = send(push, "1\n");
		assertThat(closed.statusCode()).isEqualTo(202);
		assertThat(closed.body()).contains("AUTO", this.kodama.alerts().get(0).identifier());
		assertThat(send(push, "1").body()).contains("変化なし");
		assertThat(send(push, "maybe").statusCode()).isEqualTo(422);
		assertThat(this.kodama.taken("pushed", "decision")).containsExactly("AUTO", "REJECT");
		assertThat(this.kodama.alerts()).hasSize(1);
	}

	private void begin() {
		this.kodama = Engine.start(this.folder, this.town);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.kodama.source("relay").lastHeard().isPresent()
					&& this.kodama.source("siren").lastHeard().isPresent());
		// rests as it stands: one look after it has settled
		await().pollDelay(Duration.ofMillis(300)).until(() -> true);
	}

	private State state(Alert alert) {
		return this.kodama.context().getBean(AlertJournal.class).find(alert.identifier()).orElseThrow().state();
	}

	private static HttpResponse<String> send(Push push, String value) throws Exception {
		return push.send(value.getBytes(StandardCharsets.US_ASCII));
	}

	private void set(Path contact, String value) throws IOException {
		Path written = this.folder.resolve("written");
		Files.writeString(written, value + "\n");
		Files.move(written, contact, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

}
