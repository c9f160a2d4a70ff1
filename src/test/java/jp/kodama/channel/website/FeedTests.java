package jp.kodama.channel.website;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.testing.SampleAlerts;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The feed over HTTP, as another system polls it. */
class FeedTests {

	@TempDir
	Path folder;

	@Test
	void theFeedHoldsWhatIsPublicAndNothingElse() throws Exception {
		try (ConfigurableApplicationContext kodama = start("live")) {
			AlertJournal journal = kodama.getBean(AlertJournal.class);
			Alert meant = SampleAlerts.fresh(SampleAlerts.evacuation());
			Alert drill = SampleAlerts.fresh(SampleAlerts.drill());
			Alert draft = SampleAlerts.fresh(SampleAlerts.tsunami());
			journal.enterReleased(meant, "test", "");
			journal.enterReleased(drill, "test", "");
			journal.enter(draft, State.DRAFT, "test");

			HttpResponse<String> feed = get(kodama, "/feed/alerts.atom");
			assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
			assertThat(feed.body()).contains("穴水町", meant.identifier() + ".cap.xml")
				.doesNotContain(drill.identifier(), draft.identifier());
			HttpResponse<String> cap = get(kodama, "/feed/" + meant.identifier() + ".cap.xml");
			assertThat(cap.headers().firstValue("Content-Type").orElse("")).startsWith("application/cap+xml");
			assertThat(cap.body()).contains("<identifier>" + meant.identifier() + "</identifier>");
			assertThat(get(kodama, "/feed/" + drill.identifier() + ".cap.xml").statusCode()).isEqualTo(404);
			assertThat(get(kodama, "/feed/" + draft.identifier() + ".cap.xml").statusCode()).isEqualTo(404);
			assertThat(get(kodama, "/feed/unknown.cap.xml").statusCode()).isEqualTo(404);

			journal.move(meant.identifier(), State.EXPIRED, "test", "");
			assertThat(get(kodama, "/feed/alerts.atom").body()).doesNotContain("<entry>");
			assertThat(get(kodama, "/feed/" + meant.identifier() + ".cap.xml").statusCode())
				.as("an old document stays for those who have its link")
				.isEqualTo(200);
		}
	}

	@Test
	void whoAsksAgainIsToldWhenNothingChanged() throws Exception {
		try (ConfigurableApplicationContext kodama = start("live")) {
			AlertJournal journal = kodama.getBean(AlertJournal.class);
			HttpResponse<String> empty = get(kodama, "/feed/alerts.atom");
			Alert first = SampleAlerts.fresh(SampleAlerts.evacuation());
			journal.enterReleased(first, "test", "");
			HttpResponse<String> feed = get(kodama, "/feed/alerts.atom");
			String tag = feed.headers().firstValue("ETag").orElseThrow();
			assertThat(empty.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
			HttpResponse<String> same = get(kodama, "/feed/alerts.atom", "If-None-Match", tag);
			assertThat(same.statusCode()).isEqualTo(304);
			assertThat(same.body()).isEmpty();
			String modified = feed.headers().firstValue("Last-Modified").orElseThrow();
			assertThat(get(kodama, "/feed/alerts.atom", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
			journal.move(first.identifier(), State.EXPIRED, "test", "");
			assertThat(get(kodama, "/feed/alerts.atom", "If-None-Match", tag).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void whatWasReplacedIsGoneAndSaysWhatTookItsPlace() throws Exception {
		try (ConfigurableApplicationContext kodama = start("live")) {
			AlertJournal journal = kodama.getBean(AlertJournal.class);
			Alert first = SampleAlerts.fresh(SampleAlerts.tsunami());
			journal.enterReleased(first, "test", "");
			Alert next = SampleAlerts.fresh(SampleAlerts.update());
			Alert update = new Alert(next.key(), next.status(), next.msgType(), next.handling(),
					java.util.List.of(first.key()), next.infos());
			journal.enterReleased(update, "test", "");
			HttpResponse<String> gone = get(kodama, "/feed/" + first.identifier() + ".cap.xml");
			assertThat(gone.statusCode()).isEqualTo(410);
			assertThat(gone.body()).doesNotContain("<alert");
			assertThat(gone.headers().firstValue("Link").orElse("")).contains(update.identifier() + ".cap.xml")
				.contains("successor-version");
		}
	}

	@Test
	void whileTheSiteRehearsesNothingIsPublic() throws Exception {
		try (ConfigurableApplicationContext kodama = start("rehearsal")) {
			Alert meant = SampleAlerts.fresh(SampleAlerts.evacuation());
			kodama.getBean(AlertJournal.class).enterReleased(meant, "test", "");
			assertThat(get(kodama, "/feed/alerts.atom").body()).contains("<feed").doesNotContain("<entry>");
			assertThat(get(kodama, "/feed/" + meant.identifier() + ".cap.xml").statusCode()).isEqualTo(404);
		}
	}

	private ConfigurableApplicationContext start(String mode) throws Exception {
		Path root = Town.in(this.folder.resolve("root")).root();
		Files.createSymbolicLink(root.resolve("channels"), Path.of("channels").toAbsolutePath());
		Files.writeString(root.resolve("config/channels.yaml"),
				"kodama: {channels: {website: {mode: " + mode + ", address: \"file:" + this.folder + "/site\"}}}");
		return new SpringApplicationBuilder(KodamaApplication.class).run(
				"--spring.config.additional-location=file:config/", "--kodama.home=" + this.folder.resolve("home"),
				"--kodama.root=" + root, "--server.port=0");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext kodama, String path, String... headers)
			throws Exception {
		String port = kodama.getEnvironment().getProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
