package jp.kodama.intake;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jp.kodama.accounts.Officers;
import jp.kodama.intake.source.Light;
import jp.kodama.intake.source.SourceHeardAgain;
import jp.kodama.intake.source.SourceSilent;
import jp.kodama.intake.source.SourceState;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whether anybody notices that a source has died. */
class SourceHealthTests {

	@TempDir
	Path folder;

	@Test
	void aSourceThatFallsSilentRaisesTheAlarmAndTheRestGoesOn() throws Exception {
		try (Engine kodama = Engine.start(this.folder, "push: {kind: http, silent-after: 1s}")) {
			List<Object> alarms = listen(kodama);
			await().until(() -> alarms.stream()
				.anyMatch((one) -> one instanceof SourceSilent silent && silent.source().equals("push")));
			assertThat(kodama.source("push").light()).isEqualTo(Light.SILENT);
			assertThat(kodama.source("inbox").light()).isEqualTo(Light.OK);
			assertThat(get(kodama, "/actuator/health")).contains("\"sources\":", "\"light\":\"silent\"");
			assertThat(get(kodama, "/actuator/health/readiness")).contains("\"status\":\"UP\"");
			assertThat(get(kodama, "/actuator/prometheus"))
				.containsPattern("kodama_source_silent_seconds\\{source=\"push\"\\} [1-9]");

			new Push(kodama, "push").send(Telegrams.issued("tsunami-drill", OffsetDateTime.now()));
			await().until(() -> alarms.stream().anyMatch((one) -> one instanceof SourceHeardAgain));
			assertThat(alarms).filteredOn((one) -> one instanceof SourceSilent).hasSize(1);
			assertThat(kodama.source("push").letters()).isEqualTo(1);
		}
	}

	@Test
	void aRestartRemembersWhenASourceWasHeardAndWhatItWasRefused() throws Exception {
		Town town = Engine.town(this.folder.resolve("root"), "push: {kind: http, silent-after: 1h}");
		SourceState before;
		try (Engine kodama = Engine.start(this.folder, town)) {
			new Push(kodama, "push").send(Telegrams.issued("tsunami-drill", OffsetDateTime.now()));
			new Push(kodama, "push").send(Telegrams.bytes("bomb"));
			before = kodama.source("push");
		}
		try (Engine kodama = Engine.start(this.folder, town)) {
			SourceState after = kodama.source("push");
			assertThat(after.lastHeard().map(java.time.Instant::toEpochMilli))
				.isEqualTo(before.lastHeard().map(java.time.Instant::toEpochMilli));
			assertThat(after.letters()).isEqualTo(2);
			assertThat(after.lastRefusal().orElseThrow().reason()).contains("DOCTYPE");
			assertThat(after.light()).isEqualTo(Light.ERROR);
		}
	}

	@Test
	void aPortThatIsTakenStopsNeitherTheStartNorTheOthersAndIsTriedAgain() throws Exception {
		ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		int mail = Engine.freePort();
		try (Engine kodama = Engine.start(this.folder, """
				receiver: {kind: tcp, address: '127.0.0.1:%d'}
				mail: {kind: mail, address: '127.0.0.1:%d'}
				""".formatted(taken.getLocalPort(), mail))) {
			assertThat(kodama.source("receiver").light()).isEqualTo(Light.ERROR);
			assertThat(kodama.source("receiver").trouble()).contains("起動できません");
			assertThat(kodama.source("mail").light()).isEqualTo(Light.OK);
			assertThat(get(kodama, "/actuator/health/readiness")).contains("\"status\":\"UP\"");
			taken.close();
			await().until(() -> kodama.source("receiver").light() == Light.OK);
		}
		finally {
			taken.close();
		}
	}

	private static List<Object> listen(Engine kodama) {
		List<Object> heard = new CopyOnWriteArrayList<>();
		kodama.context().addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
			if (event.getPayload() instanceof SourceSilent || event.getPayload() instanceof SourceHeardAgain) {
				heard.add(event.getPayload());
			}
		});
		return heard;
	}

	private static String get(Engine kodama, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kodama.port() + path))
			.header("Authorization", Officers.of(kodama.context()).token("watcher", "read"))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

}
