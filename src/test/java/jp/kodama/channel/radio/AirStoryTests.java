package jp.kodama.channel.radio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.alert.Text;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** An alert on the radio: said again while it holds, and batteries that run low. */
@KodamaTest
class AirStoryTests {

	@Autowired
	AlertJournal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AirTable table;

	@Autowired
	AirOrder order;

	@Autowired
	Zones zones;

	@Autowired
	Batteries batteries;

	@Autowired
	RadioDesk desk;

	@Autowired
	DeliveryBoard board;

	@Autowired
	AuditTrail audit;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	Clock clock;

	@BeforeEach
	void mains() {
		this.transactions.executeWithoutResult(
				(tx) -> List.of("sumiyoshi", "kabuto", "anamizu", "morohashi").forEach(this.table::mains));
	}

	@Test
	void aTsunamiWarningIsSaidAgainUntilItIsOver() {
		Alert alert = alert("again", SampleAlerts.tsunami());
		this.journal.enterReleased(alert, "test", "");
		await().until(() -> next(alert) != null);
		assertThat(next(alert)).extracting(AirTable.Next::number).isEqualTo(1);
		itIsTime(alert);
		await().until(() -> states(alert).contains(alert.identifier() + ".radio.again-1 DONE"));
		await().until(() -> java.util.Optional.ofNullable(next(alert)).filter((one) -> one.number() == 2).isPresent());

		this.journal.move(alert.identifier(), State.EXPIRED, "test", "");
		itIsTime(alert);
		await().until(() -> next(alert) == null);
		assertThat(states(alert)).noneMatch((one) -> one.contains(".radio.again-2"));
	}

	@Test
	void anAllClearAndANoticeAreSaidOnce() {
		Alert notice = notice();
		this.journal.enterReleased(notice, "test", "");
		await().until(() -> states(notice).contains(notice.identifier() + ".radio.0 DONE"));
		assertThat(next(notice)).isNull();
	}

	@Test
	void onBatteriesHalfIsKeptForWhatSavesLives() {
		Alert notice = notice();
		Alert order = alert("order", SampleAlerts.evacuation());
		assertThat(at("12:00").held(parcel(notice, "住吉"))).isNull();
		this.desk.tell(Map.of("zone", "sumiyoshi", "power", "battery"), "officer");
		for (int i = 0; i < 14; i++) {
			aired(order, i);
		}
		assertThat(row("sumiyoshi")).containsEntry("left", 16).containsEntry("saving", false);
		assertThat(row("kabuto")).containsEntry("left", 30);
		aired(order, 14);
		assertThat(row("sumiyoshi")).containsEntry("left", 15).containsEntry("saving", true);

		assertThat(at("12:00").held(parcel(notice, "住吉"))).isInstanceOfSatisfying(Outcome.RetryLater.class,
				(later) -> assertThat(later.cause()).contains("住吉の電池を緊急の放送に残します"));
		assertThat(at("12:00").held(parcel(order, "住吉"))).isNull();
		this.desk.tell(Map.of("zone", "sumiyoshi", "power", "mains"), "officer");
		assertThat(at("12:00").held(parcel(notice, "住吉"))).isNull();
		assertThat(this.audit.latest(50)).extracting((entry) -> entry.event().action() + " " + entry.event().detail())
			.contains("channel.TOLD sumiyoshi: battery", "channel.TOLD sumiyoshi: mains");
	}

	@Test
	void atNightANoticeWaitsForTheMorningAndAnOrderDoesNot() {
		assertThat(at("23:30").held(parcel(notice(), "住吉"))).isInstanceOfSatisfying(Outcome.RetryLater.class,
				(later) -> {
					assertThat(later.cause()).contains("静穏時間のため07:00まで放送しません");
					assertThat(later.after()).isEqualTo(Duration.ofMinutes(450));
				});
		assertThat(at("23:30").held(parcel(SampleAlerts.evacuation(), "住吉"))).isNull();
		assertThat(at("23:30").held(parcel(SampleAlerts.cancel(), "住吉"))).as("by telegram").isNull();
	}

	@Test
	void lowBatteriesBearNoRepeats() {
		Alert alert = alert("low", SampleAlerts.evacuation());
		this.journal.enterReleased(alert, "test", "");
		await().until(() -> next(alert) != null);
		this.desk.tell(Map.of("zone", "morohashi", "power", "battery"), "officer");
		for (int i = 0; i < 20; i++) {
			aired(alert, i);
		}
		itIsTime(alert);
		await().until(() -> next(alert) == null);
		assertThat(states(alert)).noneMatch((one) -> one.contains("again"));
	}

	@Test
	void aZoneThatIsNotThereIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.desk.tell(Map.of("zone", "mars", "power", "battery"), "x"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.desk.tell(Map.of("zone", "kabuto", "power", "nuclear"), "x"));
	}

	/** The air at a time of a day in May. */
	private OnAir at(String time) {
		Instant moment = OffsetDateTime.parse("2026-05-12T" + time + ":00+09:00").toInstant();
		return new OnAir(this.order, AirLease.ALONE, this.zones, this.batteries,
				Clock.fixed(moment, java.time.ZoneId.of("Asia/Tokyo")));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> row(String zone) {
		return ((List<Map<String, Object>>) this.desk.state().getOrDefault("zones", List.of())).stream()
			.filter((one) -> one.get("zone") instanceof Zone its && its.id().equals(zone))
			.findFirst()
			.orElseThrow();
	}

	private AirTable.@org.jspecify.annotations.Nullable Next next(Alert alert) {
		return this.table.again(Instant.now().plus(Duration.ofDays(1)))
			.stream()
			.filter((one) -> one.alert().equals(alert.identifier()))
			.findFirst()
			.orElse(null);
	}

	private void itIsTime(Alert alert) {
		this.transactions
			.executeWithoutResult((tx) -> this.jdbc.sql("UPDATE radio_again SET due_at = 1 WHERE alert = ?")
				.param(alert.identifier())
				.update());
	}

	/** Its number-th broadcast went out. */
	private void aired(Alert alert, int number) {
		this.transactions.executeWithoutResult((tx) -> {
			this.events.publishEvent(
					new EvidenceReported(new Delivery(alert.identifier() + ".radio.test-" + number, alert.identifier(),
							"radio", "test-" + number, false, 1), "DONE", "", List.of(), this.clock.instant()));
			if (this.journal.find(alert.identifier()).isEmpty()) {
				this.table.aired(alert.identifier() + ".radio." + number, "sumiyoshi", this.clock.instant());
			}
		});
	}

	private List<String> states(Alert alert) {
		return this.jdbc.sql("SELECT id, state FROM delivery WHERE alert = ? AND channel = 'radio'")
			.param(alert.identifier())
			.query((row, number) -> row.getString("id") + " " + row.getString("state"))
			.list();
	}

	private Parcel.Live parcel(Alert alert, String district) {
		Alert there = new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				alert.infos()
					.stream()
					.map((info) -> new Info(info.language(), info.classification(), info.text(), info.expires(),
							info.parameters(),
							List.of(new jp.kodama.alert.Area(district,
									List.of(new jp.kodama.alert.Area.Geocode(jp.kodama.alert.Area.Geocode.DISTRICT,
											district)),
									List.of()))))
					.toList());
		return new Parcel.Live(new Delivery("x.radio.0", alert.identifier(), "radio", "0", false, 1), there, List.of());
	}

	private static Alert notice() {
		Alert sample = SampleAlerts.tsunami();
		Info info = new Info("ja-JP", new Classification("Safety", "お知らせ", "Monitor", "Expected", "Minor", "Likely"),
				new Text("水道が止まります", "", "", "穴水町"), OffsetDateTime.now().plusHours(2), Map.of(),
				sample.main().areas());
		return alert("notice", new Alert(sample.key(), sample.status(), sample.msgType(), sample.handling(), List.of(),
				List.of(info)));
	}

	/** The same now, under a name of its own. */
	private static Alert alert(String name, Alert sample) {
		OffsetDateTime now = OffsetDateTime.now().withNano(0);
		return new Alert(new Key("17461", "air-" + name + "-" + UUID.randomUUID(), now), sample.status(), MsgType.Alert,
				Handling.from("console"), List.of(),
				sample.infos()
					.stream()
					.map((info) -> new Info(info.language(), info.classification(), info.text(), now.plusHours(2),
							info.parameters(), info.areas()))
					.toList());
	}

}
