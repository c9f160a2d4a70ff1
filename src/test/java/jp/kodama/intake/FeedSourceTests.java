package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.intake.source.Light;
import jp.kodama.testing.FeedServer;
import jp.kodama.testing.FeedServer.Item;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Telegrams that come by a feed, from a real HTTP server with real troubles. */
class FeedSourceTests {

	private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.ofHours(9)).withNano(0);

	@TempDir
	Path folder;

	private FeedServer provider;

	private Town town;

	private Engine kodama;

	@BeforeEach
	void start() {
		this.provider = new FeedServer();
		this.provider.feed("eqvol.xml", List.of());
		this.town = Engine.town(this.folder.resolve("root"), """
				jma:
				  kind: feed
				  address: %s
				  options: {long: "%s", every: 200ms, within: 3s, max-size: 1MB}
				""".formatted(this.provider.uri("eqvol.xml"), this.provider.uri("eqvol_l.xml")));
		this.kodama = engine();
	}

	@AfterEach
	void stop() {
		this.kodama.close();
		this.provider.close();
	}

	@Test
	void aTelegramOfTheFeedIsFetchedOnceAndAired() {
		publish(item("tsunami-major", 1));
		await().until(() -> this.kodama.alerts().size() == 1);
		await().until(() -> this.kodama.aired(this.kodama.alerts().get(0).identifier()) == 1);
		assertThat(this.kodama.alerts().get(0).handling().source()).isEqualTo("jma");
		// The feed changes, its old entry stays.
		publish(item("tsunami-major", 1), item("eew-forecast", 0));
		await().until(() -> decisions().size() == 2);
		assertThat(this.provider.asked("tsunami-major-1.xml")).hasSize(1);
		assertThat(this.kodama.source("jma").light()).isEqualTo(Light.OK);
	}

	@Test
	void anUnchangedFeedIsNotReadAgain() {
		publish(item("thunder", 1));
		await().until(() -> this.provider.conditions().size() >= 3);
		assertThat(decisions()).hasSize(1);
		assertThat(this.kodama.source("jma").lastHeard()).isPresent();
	}

	@Test
	void noFeedIsAskedMoreOftenThanItsRuleAllows() {
		await().atMost(Duration.ofSeconds(20)).until(() -> this.provider.asked("eqvol.xml").size() >= 6);
		List<OffsetDateTime> asked = this.provider.asked("eqvol.xml");
		for (int i = 1; i < asked.size(); i++) {
			// Every 200 ms as they are sent; on a busy machine one arrives late and the
			// next does not.
			assertThat(Duration.between(asked.get(i - 1), asked.get(i))).isGreaterThan(Duration.ofMillis(100));
		}
		String strict = "jma: {kind: feed, address: \"http://feed.example.jp/f.xml\", options: {every: 10s}}";
		assertThatThrownBy(() -> Engine.start(this.folder.resolve("strict"), strict)).rootCause()
			.hasMessageContaining("no feed is asked more than once in 60s");
	}

	@Test
	void aProviderInTroubleIsToldOfAndLeftAloneForLonger() {
		publish(item("thunder", 1));
		this.provider.fault("eqvol.xml", "500");
		await().until(() -> this.kodama.source("jma").light() == Light.ERROR);
		assertThat(this.kodama.source("jma").trouble()).contains("HTTP 500");
		this.provider.fault("eqvol.xml", "cut");
		await().until(() -> this.provider.asked("eqvol.xml").size() >= 4);
		this.provider.fault("eqvol.xml", "");
		await().atMost(Duration.ofSeconds(30)).until(() -> this.kodama.source("jma").light() == Light.OK);
		await().until(() -> decisions().size() == 1);
	}

	@Test
	void oneThatHangsOrIsMissingHoldsUpNobodyAndComesLater() {
		this.provider.fault("thunder-3.xml", "hang");
		this.provider.fault("rain-level3-2.xml", "404");
		publish(item("thunder", 3), item("rain-level3", 2), item("tsunami-major", 1));
		await().until(() -> this.kodama.taken("jma", "telegram").equals(List.of("VTSE41")));
		this.provider.fault("thunder-3.xml", "");
		this.provider.fault("rain-level3-2.xml", "");
		await().atMost(Duration.ofSeconds(30)).until(() -> decisions().size() == 3);
	}

	@Test
	void whatArrivesCutOffIsFetchedAgain() {
		this.provider.fault("tsunami-major-1.xml", "cut");
		publish(item("tsunami-major", 1));
		await().until(() -> this.provider.asked("tsunami-major-1.xml").size() >= 1);
		this.provider.fault("tsunami-major-1.xml", "");
		await().atMost(Duration.ofSeconds(20)).until(() -> decisions().equals(List.of("AUTO")));
	}

	@Test
	void whatCanNeverBeFetchedIsRefusedByName() {
		this.provider.fault("tsunami-major-1.xml", "500");
		publish(item("tsunami-major", 1));
		await().until(() -> this.provider.asked("tsunami-major-1.xml").size() >= 1);
		jdbc().sql("UPDATE feed_entry SET tries = 200, next_at = 0").update();
		await().atMost(Duration.ofSeconds(20)).until(() -> decisions().equals(List.of("REJECT")));
		assertThat(this.kodama.taken("jma", "reason").get(0)).contains("取得できませんでした", "tsunami-major-1.xml");
		assertThat(this.kodama.source("jma").lastRefusal()).isPresent();
	}

	@Test
	void afterAnOutageTheLongFeedTellsWhatWasMissedInTheOrderOfIssue() {
		publish(item("thunder", 200));
		await().until(() -> decisions().size() == 1);
		assertThat(this.provider.asked("eqvol_l.xml")).isEmpty();
		Item lost = item("tsunami-warning", 100);
		Item later = item("tsunami-lifted", 90);
		this.provider.feed("eqvol_l.xml", List.of(item("thunder", 200), later, lost, item("eew-forecast", 1)));
		anOutage(Duration.ofHours(2));
		publish(item("eew-forecast", 1));
		this.provider.fault("eqvol.xml", "");
		await().atMost(Duration.ofSeconds(40)).until(() -> this.kodama.taken("jma", "telegram").size() == 4);
		assertThat(this.kodama.taken("jma", "telegram").subList(1, 4)).containsExactly("VTSE41", "VTSE41", "VXSE44");
		await().until(() -> jdbc().sql("SELECT gap FROM feed WHERE address LIKE '%eqvol.xml'")
			.query(Long.class)
			.single() == 0);
		int asked = this.provider.asked("eqvol_l.xml").size();
		int frequent = this.provider.asked("eqvol.xml").size();
		await().until(() -> this.provider.asked("eqvol.xml").size() > frequent + 2);
		assertThat(this.provider.asked("eqvol_l.xml")).as("closed: not asked any more").hasSize(asked);
	}

	@Test
	void aLongFeedThatDoesNotReachOverTheGapYetIsAskedAgain() {
		publish(item("thunder", 200));
		await().until(() -> decisions().size() == 1);
		this.provider.feed("eqvol_l.xml", List.of(item("thunder", 200)));
		anOutage(Duration.ofHours(2));
		publish(item("eew-forecast", 1));
		this.provider.fault("eqvol.xml", "");
		await().atMost(Duration.ofSeconds(40)).until(() -> this.provider.asked("eqvol_l.xml").size() >= 2);
		this.provider.feed("eqvol_l.xml",
				List.of(item("thunder", 200), item("tsunami-warning", 100), item("eew-forecast", 1)));
		await().atMost(Duration.ofSeconds(40)).until(() -> decisions().size() == 3);
	}

	/**
	 * Nothing is answered meanwhile: an answer under way would end the outage before it
	 * began.
	 */
	private void anOutage(Duration time) {
		this.provider.fault("eqvol.xml", "500");
		await().atMost(Duration.ofSeconds(20)).until(() -> this.kodama.source("jma").light() == Light.ERROR);
		jdbc().sql("UPDATE feed SET answered = answered - ?").param(time.toMillis()).update();
	}

	@Test
	void aRestartFetchesNothingTwice() {
		publish(item("thunder", 1), item("tsunami-elsewhere", 1));
		await().until(() -> decisions().size() == 2);
		await().until(() -> this.provider.conditions().size() >= 1);
		this.kodama.close();
		int before = this.provider.asked("eqvol.xml").size();
		this.kodama = engine();
		await().until(() -> this.provider.asked("eqvol.xml").size() > before + 1);
		assertThat(this.provider.asked("thunder-1.xml")).hasSize(1);
		assertThat(decisions()).hasSize(2);
	}

	@Test
	void aLinkElsewhereIsNotFollowed() {
		try (FeedServer other = new FeedServer()) {
			other.put("tsunami.xml", Telegrams.issued("tsunami-major", NOW));
			Item foreign = new Item("urn:foreign", NOW.toString(), "<link href='" + other.uri("tsunami.xml") + "'/>");
			Item local = new Item("urn:file", NOW.toString(), "<link href='file:///etc/passwd'/>");
			Item good = item("thunder", 1);
			publish(foreign, local, good);
			await().until(() -> decisions().size() == 1);
			assertThat(other.asked("tsunami.xml")).isEmpty();
		}
	}

	@Test
	void capComesInsideTheEntryOrBehindItsLink() throws IOException {
		String document = Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml"))
			.replace("2026-06-01T10:00:00+09:00", jp.kodama.alert.Key.capTime(NOW))
			.replace("2026-06-01T16:00:00+09:00", jp.kodama.alert.Key.capTime(NOW.plusHours(6)));
		String body = document.substring(document.indexOf("<alert"));
		this.provider.put("second.cap", document.replace("0100<", "0101<").getBytes(StandardCharsets.UTF_8));
		this.provider.put("page.html", "<html/>".getBytes(StandardCharsets.UTF_8));
		Item inside = new Item("urn:inside", NOW.toString(), "<content type='text/xml'>" + body + "</content>");
		Item behind = new Item("urn:behind", NOW.toString(), "<link type='text/html' href='{base}page.html'/>"
				+ "<link type='application/cap+xml' href='second.cap'/>");
		publish(inside, behind);
		await().until(() -> decisions().equals(List.of("HOLD", "HOLD")));
		assertThat(this.provider.asked("page.html")).isEmpty();
	}

	@Test
	void aDayOfTelegramsIsCaughtUpWith() {
		publish(item("thunder", 2000));
		await().until(() -> decisions().size() == 1);
		List<Item> day = new ArrayList<>();
		day.add(item("thunder", 2000));
		int count = Integer.getInteger("kodama.feed.day", 300);
		for (int i = 0; i < count; i++) {
			String name = "day-" + i + ".xml";
			OffsetDateTime at = NOW.minusSeconds(86_400L * (count - i) / count);
			this.provider.put(name, Telegrams.issued((i % 3 == 0) ? "rain-level3" : "intensity-4", at));
			day.add(Item.of(name, at));
		}
		this.provider.feed("eqvol_l.xml", day);
		anOutage(Duration.ofDays(1));
		long began = System.nanoTime();
		publish(day.get(count));
		this.provider.fault("eqvol.xml", "");
		await().atMost(Duration.ofMinutes(3)).until(() -> decisions().size() == count + 1);
		System.out.printf("%d telegrams caught up in %.1f s%n", count, (System.nanoTime() - began) / 1e9);
	}

	private Engine engine() {
		return Engine.start(this.folder, this.town, "--kodama.feeds-every=50");
	}

	private void publish(Item... items) {
		this.provider.feed("eqvol.xml", List.of(items));
	}

	/** A telegram of ours, issued some minutes ago, where the provider keeps it. */
	private Item item(String telegram, int minutes) {
		String name = telegram + "-" + minutes + ".xml";
		this.provider.put(name, Telegrams.issued(telegram, NOW.minusMinutes(minutes)));
		return Item.of(name, NOW.minusMinutes(minutes));
	}

	private List<String> decisions() {
		return this.kodama.taken("jma", "decision");
	}

	private JdbcClient jdbc() {
		return this.kodama.context().getBean(JdbcClient.class);
	}

}
