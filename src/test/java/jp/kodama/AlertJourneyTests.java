package jp.kodama;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.Evidence;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.receipt.Receipts;
import jp.kodama.testing.SampleAlerts;
import jp.kodama.testing.TestWire;
import jp.kodama.testing.TestWire.Behaviour;
import jp.kodama.testing.Town;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The way of one alert, from release to evidence. {@link ClusterJourneyTests} repeats it
 * on a cluster.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertJourneyTests {

	private static final String WIRE = "- bean: {ref: testWire, method: send}";

	@TempDir
	static Path folder;

	private ConfigurableApplicationContext kodama;

	private TestWire wire;

	@BeforeAll
	void start() throws Exception {
		Town town = Town.in(folder.resolve("root"))
			.with("pager", WIRE)
			.with("horn", WIRE)
			.with("lamp", WIRE)
			.with("bell", WIRE);
		List<String> settings = new ArrayList<>(List.of("--spring.config.additional-location=file:config/",
				"--kodama.home=" + folder.resolve("home"), "--kodama.root=" + town.root(), "--server.port=0",
				"--camel.main.shutdown-timeout=1", "--kodama.expiry-every=100", "--kodama.in-hand-every=100"));
		settings.addAll(mode());
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("testWire", new TestWire()))
			.run(settings.toArray(String[]::new));
		this.wire = this.kodama.getBean(TestWire.class);
	}

	/** Settings of the mode under test; none: one box. */
	List<String> mode() throws Exception {
		return List.of();
	}

	@AfterAll
	void stop() {
		this.wire.close();
		this.kodama.close();
	}

	@Test
	void anAlertReleasedReachesEveryChannelWithEvidenceOfEach() {
		Alert alert = released(SampleAlerts.evacuation());
		await().untilAsserted(() -> assertThat(deliveries(alert)).filteredOn(AlertJourneyTests::answers)
			.hasSize(3)
			.allSatisfy((view) -> assertThat(view.state()).isEqualTo(DeliveryState.DONE))
			.allSatisfy((view) -> assertThat(view.counts()).containsOnlyKeys(Evidence.HANDED_OVER)));
		assertThat(this.wire.taken("horn", alert.identifier())).singleElement()
			.satisfies((parcel) -> assertThat(parcel.artifacts().get(0).text()).startsWith("避難指示を発令しました"));
		assertThat(bean(Receipts.class).of(alert.identifier())).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void aDrillNeverReachesALiveWireAndSaysSo() {
		Alert drill = released(SampleAlerts.drill());
		await().untilAsserted(() -> assertThat(deliveries(drill)).hasSize(4)
			.allSatisfy((view) -> assertThat(view.counts()).containsOnlyKeys(Evidence.REHEARSED)));
		assertThat(this.wire.taken("horn", drill.identifier())).isEmpty();
		Path rehearsed = folder.resolve("home/rehearsal/horn").resolve(drill.identifier() + ".horn.0/ja.text.txt");
		assertThat(rehearsed).content().contains("【訓練】").contains("これは訓練です。");
	}

	@Test
	void anUpdateStopsWhatItReplacesInTheMiddleOfItsRetries() {
		this.wire.let("lamp", Behaviour.THROW);
		Alert first = released(SampleAlerts.tsunami());
		await().untilAsserted(() -> assertThat(on(first, "lamp").delivery().attempt()).isGreaterThan(1));
		assertThat(on(first, "lamp").cause()).contains("the wire is cut");

		Alert second = released(replacing(SampleAlerts.update(), first));
		assertThat(bean(AlertJournal.class).find(first.identifier()).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
		this.wire.let("lamp", Behaviour.TAKE);
		await().untilAsserted(() -> assertThat(on(second, "lamp").state()).isEqualTo(DeliveryState.DONE));
		await().untilAsserted(() -> assertThat(on(first, "lamp").state()).isEqualTo(DeliveryState.SUPERSEDED));
		assertThat(this.wire.taken("lamp", first.identifier())).isEmpty();
	}

	@Test
	void aCancelOfSomethingUnknownIsRefusedAndAirsNothing() {
		Alert cancel = SampleAlerts.fresh(SampleAlerts.cancel());
		assertThatThrownBy(() -> bean(AlertJournal.class).enterReleased(cancel, "test", ""))
			.isInstanceOf(InvalidAlert.class)
			.hasMessageContaining("references");
		assertThat(bean(AlertJournal.class).find(cancel.identifier())).isEmpty();
	}

	@Test
	void aNumberThatLeadsOutOfItsFolderIsRefused() {
		Alert sample = SampleAlerts.fresh(SampleAlerts.drill());
		Alert escaping = new Alert(new Key("sender", "../../etc", sample.sent()), sample.status(), sample.msgType(),
				sample.handling(), List.of(), sample.infos());
		assertThatThrownBy(() -> bean(AlertJournal.class).enterReleased(escaping, "test", ""))
			.isInstanceOf(InvalidAlert.class)
			.hasMessageContaining("identifier");
	}

	@Test
	void aDrillCannotCancelARealAlert() {
		Alert real = released(SampleAlerts.tsunami());
		Alert drill = SampleAlerts.fresh(SampleAlerts.drill());
		Alert cancel = new Alert(drill.key(), drill.status(), MsgType.Cancel, drill.handling(), List.of(real.key()),
				drill.infos());
		assertThatThrownBy(() -> bean(AlertJournal.class).enterReleased(cancel, "test", ""))
			.hasMessageContaining("references");
		assertThat(bean(AlertJournal.class).find(real.identifier()).orElseThrow().state()).isEqualTo(State.RELEASED);
	}

	@Test
	void anExpiredAlertStopsInTheMiddleOfItsRetries() {
		this.wire.let("lamp", Behaviour.THROW);
		Alert brief = released(SampleAlerts.expiringIn(SampleAlerts.tsunami(), Duration.ofSeconds(2)));
		await().untilAsserted(() -> assertThat(on(brief, "lamp").state()).isEqualTo(DeliveryState.EXPIRED));
		assertThat(on(brief, "horn").state()).isEqualTo(DeliveryState.DONE);
		this.wire.let("lamp", Behaviour.TAKE);
		assertThat(bean(AlertJournal.class).find(brief.identifier()).orElseThrow().state()).isEqualTo(State.EXPIRED);
	}

	@Test
	void whatANodeThatIsGoneHadInHandIsTakenUpByOneThatLives() {
		this.wire.let("lamp", Behaviour.THROW);
		Alert alert = released(SampleAlerts.evacuation());
		String lamp = Delivery.id(alert.identifier(), "lamp", "0");
		await().until(() -> bean(JdbcClient.class).sql(
				"UPDATE delivery SET state = 'SENDING', owner = 'gone', announce_at = 0 WHERE id = ? AND state = 'QUEUED'")
			.param(lamp)
			.update() == 1);
		this.wire.let("lamp", Behaviour.TAKE);
		await().untilAsserted(() -> assertThat(on(alert, "lamp").state()).isEqualTo(DeliveryState.DONE));
		assertThat(this.wire.taken("lamp", alert.identifier())).hasSize(1);
	}

	@Test
	void oneAlertThatCannotBeReadHoldsUpNoOther() {
		JdbcClient store = bean(JdbcClient.class);
		store.sql("INSERT INTO fan_out (alert, done) VALUES ('17461-ghost', 0)").update();
		this.wire.let("lamp", Behaviour.THROW);
		Alert alert = released(SampleAlerts.evacuation());
		await().untilAsserted(() -> assertThat(on(alert, "lamp").cause()).contains("the wire is cut"));
		this.wire.let("lamp", Behaviour.TAKE);
		await().untilAsserted(() -> assertThat(on(alert, "lamp").state()).isEqualTo(DeliveryState.DONE));
		store.sql("DELETE FROM fan_out WHERE alert = '17461-ghost'").update();
	}

	@Test
	void onlyADeliveryInDoubtIsSentAgainByAPerson() {
		Alert alert = released(SampleAlerts.evacuation());
		await().untilAsserted(() -> assertThat(on(alert, "horn").state()).isEqualTo(DeliveryState.DONE));
		assertThatThrownBy(
				() -> bean(DeliveryBoard.class).sendAgain(Delivery.id(alert.identifier(), "horn", "0"), "officer"))
			.hasMessageContaining("in doubt");
		assertThat(this.wire.taken("horn", alert.identifier())).hasSize(1);
	}

	@Test
	void aChannelThatHangsDelaysNoOther() {
		this.wire.let("bell", Behaviour.HANG);
		List<Alert> alerts = IntStream.range(0, 5).mapToObj((i) -> released(SampleAlerts.evacuation())).toList();
		await().untilAsserted(() -> assertThat(alerts).allSatisfy((alert) -> {
			assertThat(on(alert, "horn").state()).isEqualTo(DeliveryState.DONE);
			assertThat(on(alert, "lamp").state()).isEqualTo(DeliveryState.DONE);
		}));
		assertThat(alerts).allSatisfy(
				(alert) -> assertThat(on(alert, "bell").state()).isIn(DeliveryState.SENDING, DeliveryState.QUEUED));
	}

	@Test
	void anUrgentAlertOvertakesAMassMailing() {
		this.wire.let("horn", Behaviour.SLOW);
		List<Alert> many = IntStream.range(0, 30).mapToObj((i) -> released(SampleAlerts.notice())).toList();
		Alert urgent = released(SampleAlerts.evacuation());
		await().untilAsserted(() -> assertThat(on(urgent, "horn").state()).isEqualTo(DeliveryState.DONE));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(many)
				.allSatisfy((alert) -> assertThat(on(alert, "horn").state()).isEqualTo(DeliveryState.DONE)));
		long before = many.stream()
			.filter((alert) -> on(alert, "horn").updated().isBefore(on(urgent, "horn").updated()))
			.count();
		assertThat(before).as("notices that left before the evacuation order").isLessThan(30);
		this.wire.let("horn", Behaviour.TAKE);
	}

	@Test
	void aWireThatSaysNoForGoodIsNotAskedAgain() {
		this.wire.let("lamp", Behaviour.REJECT);
		Alert alert = released(SampleAlerts.evacuation());
		await().untilAsserted(() -> assertThat(on(alert, "lamp").state()).isEqualTo(DeliveryState.FAILED));
		assertThat(on(alert, "lamp").cause()).isEqualTo("no such subscriber");
		assertThat(on(alert, "lamp").counts()).containsOnlyKeys(Evidence.FAILED);
		this.wire.let("lamp", Behaviour.TAKE);
	}

	@Test
	void theAuditChainHolds() {
		released(SampleAlerts.evacuation());
		assertThat(bean(AuditTrail.class).latest(5)).isNotEmpty();
		assertThat(bean(AuditTrail.class).verify()).isEmpty();
	}

	@Test
	void rehearsalFilesAreWholeOrNotThere() throws Exception {
		Alert drill = released(SampleAlerts.drill());
		await().untilAsserted(() -> assertThat(on(drill, "pager").state()).isEqualTo(DeliveryState.DONE));
		try (var files = Files.walk(folder.resolve("home/rehearsal"))) {
			assertThat(files).noneMatch((file) -> file.toString().endsWith(".part"));
		}
	}

	private Alert released(Alert sample) {
		Alert alert = SampleAlerts.fresh(sample);
		bean(AlertJournal.class).enterReleased(alert, "test", "");
		bean(ProducerTemplate.class).sendBody("direct:released", alert.identifier());
		return alert;
	}

	private static Alert replacing(Alert update, Alert old) {
		return new Alert(update.key(), update.status(), update.msgType(), update.handling(), List.of(old.key()),
				update.infos());
	}

	/** All but the one that a test may have left hanging. */
	private static boolean answers(DeliveryView view) {
		return !view.delivery().channel().equals("bell");
	}

	private List<DeliveryView> deliveries(Alert alert) {
		return bean(DeliveryBoard.class).of(alert.identifier());
	}

	private DeliveryView on(Alert alert, String channel) {
		return deliveries(alert).stream()
			.filter((view) -> view.delivery().channel().equals(channel))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no delivery yet on " + channel));
	}

	private <T> T bean(Class<T> type) {
		return this.kodama.getBean(type);
	}

}
