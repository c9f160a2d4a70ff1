package jp.kodama.channel.signage;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A screen in the lobby of the town hall, over HTTP. */
class SignageTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	Path folder;

	@Test
	void aReleasedAlertTakesOverTheScreenWhichPullsItAndSaysSo() throws Exception {
		try (Lobby lobby = new Lobby(this.folder, "live")) {
			HttpResponse<String> before = lobby.get("/signage/playlist");
			assertThat(JSON.readTree(before.body()).path("slides")).isEmpty();
			String etag = before.headers().firstValue("ETag").orElseThrow();
			assertThat(lobby.get("/signage/playlist", "If-None-Match", etag).statusCode()).isEqualTo(304);
			List<String> events = lobby.listen("/signage/events");
			List<String> rehearsing = lobby.listen("/signage/events?world=rehearsal");
			await().untilAsserted(() -> assertThat(events).contains("event:playlist"));

			Alert alert = SampleAlerts.fresh(SampleAlerts.evacuation());
			lobby.release(alert);

			await().untilAsserted(() -> assertThat(events.stream().filter("event:playlist"::equals)).hasSize(2));
			HttpResponse<String> answer = lobby.get("/signage/playlist", "If-None-Match", etag);
			assertThat(answer.statusCode()).isEqualTo(200);
			JsonNode playlist = JSON.readTree(answer.body());
			String tag = playlist.path("tag").asString();
			assertThat(events).contains("data:" + tag);
			assertThat(playlist.at("/slides/0/words/text").asString()).startsWith("危険な場所から全員避難");
			assertThat(rehearsing).doesNotContain("data:" + tag);

			JsonNode device = JSON
				.readTree(lobby.post("/signage/devices", "{\"name\":\"役場ロビー\",\"place\":\"1階\"}").body());
			String path = "/signage/devices/" + device.path("id").asString() + "/shown";
			String shown = "{\"alert\":\"" + alert.identifier() + "\",\"playlistTag\":\"" + tag + "\"}";
			String token = "Bearer " + device.path("token").asString();
			assertThat(lobby.post(path, shown, "Authorization", token).statusCode()).isEqualTo(204);
			assertThat(lobby.post(path, shown, "Authorization", token).statusCode()).isEqualTo(204);
			assertThat(lobby.evidence(alert, Evidence.DELIVERED)).as("once, however often it rotates")
				.singleElement()
				.satisfies((one) -> {
					assertThat(one.delivery()).isEqualTo(Delivery.id(alert.identifier(), "signage", "0"));
					assertThat(one.detail()).isEqualTo(device.path("id").asString() + " 役場ロビー 1階");
				});
			assertThat(lobby.post(path, shown, "Authorization", "Bearer guess").statusCode()).isEqualTo(401);
			assertThat(lobby.post(path, shown).statusCode()).isEqualTo(401);
			assertThat(lobby.post(path, shown.replace(tag, "old"), "Authorization", token).statusCode()).isEqualTo(409);
		}
	}

	@Test
	void aRehearsalStaysInItsOwnWorldAndNeverBecomesEvidence() throws Exception {
		try (Lobby lobby = new Lobby(this.folder, "rehearsal")) {
			List<String> events = lobby.listen("/signage/events?world=rehearsal");
			Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
			lobby.release(alert);
			await().untilAsserted(() -> assertThat(events.stream().filter("event:playlist"::equals)).hasSize(2));
			JsonNode playlist = JSON.readTree(lobby.get("/signage/playlist?world=rehearsal").body());
			assertThat(playlist.path("slides")).isNotEmpty();
			assertThat(JSON.readTree(lobby.get("/signage/playlist").body()).path("slides")).isEmpty();

			JsonNode device = JSON.readTree(lobby.post("/signage/devices", "{\"name\":\"x\",\"place\":\"\"}").body());
			assertThat(
					lobby
						.post("/signage/devices/" + device.path("id").asString() + "/shown?world=rehearsal",
								"{\"alert\":\"" + alert.identifier() + "\",\"playlistTag\":\""
										+ playlist.path("tag").asString() + "\"}",
								"Authorization", "Bearer " + device.path("token").asString())
						.statusCode())
				.isEqualTo(204);
			assertThat(lobby.evidence(alert, Evidence.DELIVERED)).isEmpty();
		}
	}

	@Test
	void afterARestartTheScreensGoOnAndTheirTokensHold() throws Exception {
		JsonNode device;
		String before;
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		try (Lobby lobby = new Lobby(this.folder, "live")) {
			device = JSON.readTree(lobby.post("/signage/devices", "{\"name\":\"x\",\"place\":\"\"}").body());
			lobby.release(alert);
			await().untilAsserted(() -> assertThat(lobby.get("/signage/playlist").body()).contains(alert.identifier()));
			before = lobby.get("/signage/playlist").body();
		}
		try (Lobby lobby = new Lobby(this.folder, "live")) {
			assertThat(lobby.get("/signage/playlist").body()).isEqualTo(before);
			assertThat(lobby.bean(Devices.class).known(device.path("id").asString(), device.path("token").asString()))
				.isTrue();
		}
	}

	@Test
	void tooManyScreensAreTurnedAwayAndAStopWaitsForNone() throws Exception {
		List<String> first;
		try (Lobby lobby = new Lobby(this.folder, "live", "--kodama.signage.connections=1",
				"--kodama.signage.devices=1")) {
			first = lobby.listen("/signage/events");
			await().untilAsserted(() -> assertThat(first).contains("event:playlist"));
			List<String> second = lobby.listen("/signage/events");
			await().untilAsserted(() -> assertThat(second).contains("status:503"));
			assertThat(lobby.post("/signage/devices", "{\"name\":\"a\",\"place\":\"\"}").statusCode()).isEqualTo(201);
			assertThat(lobby.post("/signage/devices", "{\"name\":\"b\",\"place\":\"\"}").statusCode()).isEqualTo(503);
			assertThat(lobby.post("/signage/devices", "{\"name\":\"\",\"place\":\"\"}").statusCode()).isEqualTo(400);
			for (String page : List.of("player", "player.js", "player.css")) {
				HttpResponse<String> answer = lobby.get("/signage/" + page);
				assertThat(answer.statusCode()).isEqualTo(200);
				assertThat(answer.body()).as("nothing foreign").doesNotContain("http://", "https://");
			}
		}
		await().untilAsserted(() -> assertThat(first).contains("closed"));
	}

}
