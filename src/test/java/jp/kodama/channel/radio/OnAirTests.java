package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.Channels;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One broadcast at a time, and what is graver breaks in at the end of a phrase. */
class OnAirTests {

	private final AirOrder order = AirOrder.load(Path.of("config/radio/order.yaml"));

	private final AirQueue queue = new AirQueue();

	@Test
	void theOrderIsThatOfTheTable() {
		List<Alert> byOrder = new ArrayList<>(List.of(notice(), alert("level-4", "Met", "chime", "VPWW55", "4"),
				volcano(), tsunami(), eew(), missile()));
		byOrder.sort(java.util.Comparator.comparingInt(this.order::rank));
		assertThat(byOrder).extracting(Alert::identifier)
			.containsExactly("missile", "eew", "tsunami", "volcano", "level-4", "notice");
	}

	/**
	 * Who waits for the air keeps a thread: one of each row, and the gravest finds one.
	 */
	@Test
	void whereOneOfEachRowIsOnTheAirOrWaitsThereIsRoomForAnother() {
		int rows = this.order.rank(notice()) / 2 + 1;
		assertThat(Channels.load(Path.of("")).get("radio").own().threads().urgent()).isGreaterThan(rows);
	}

	@Test
	void anAllClearOfATsunamiIsOfTheTsunamisRow() {
		assertThat(this.order.row(SampleAlerts.cancel()).id()).isEqualTo("tsunami");
	}

	@Test
	void theHigherBreaksInAtTheEndOfAPhraseAndTheLowerStartsAgain() throws Exception {
		Place notice = enter(notice());
		assertThat(this.queue.mayGoOn(notice)).isTrue();
		CompletableFuture<Place> tsunami = arrives(tsunami());
		await().until(() -> !this.queue.mayGoOn(notice));
		assertThat(new Turn(this.queue, notice, AirLease.ALONE, "line").stopped().toString()).contains("割り込み放送のため中断",
				"tsunami");
		CompletableFuture<Place> again = arrives(notice());
		assertThat(tsunami).isNotDone();
		new Turn(this.queue, notice, AirLease.ALONE, "line").close();
		Place airing = tsunami.get();
		assertThat(this.queue.mayGoOn(airing)).isTrue();
		assertThat(again).isNotDone();
		this.queue.leave(airing);
		assertThat(this.queue.mayGoOn(again.get())).isTrue();
	}

	@Test
	void equalsWaitForEachOtherInTheOrderTheyCame() throws Exception {
		Place first = enter(tsunami());
		CompletableFuture<Place> second = arrives(alert("second", "Geo", "tsunami", "VTSE41", ""));
		await().until(() -> this.queue.waiting().size() == 1);
		CompletableFuture<Place> third = arrives(alert("third", "Geo", "tsunami", "VTSE41", ""));
		await().until(() -> this.queue.waiting().size() == 2);
		assertThat(this.queue.mayGoOn(first)).isTrue();
		this.queue.leave(first);
		assertThat(second.get().alert().identifier()).isEqualTo("second");
		assertThat(third).isNotDone();
		this.queue.leave(second.get());
		assertThat(third.get().alert().identifier()).isEqualTo("third");
	}

	@Test
	void whatIsOverStopsAtItsPhraseAndWhatWaitsNeverBegins() throws Exception {
		Place notice = enter(notice());
		CompletableFuture<Place> waiting = arrives(alert("later", "Other", "chime", "", ""));
		await().until(() -> this.queue.waiting().size() == 1);
		this.queue.over("later");
		assertThat(this.queue.mayGoOn(waiting.get())).isFalse();
		assertThat(this.queue.mayGoOn(notice)).isTrue();
		this.queue.over("notice");
		assertThat(this.queue.mayGoOn(notice)).isFalse();
		assertThat(new Turn(this.queue, notice, AirLease.ALONE, "line").stopped().toString()).contains("解除・更新されたため");
	}

	@Test
	void manyAtOnceAreAiredOneByOneTheGravestFirst() throws Exception {
		Place blocker = enter(missile());
		List<String> aired = Collections.synchronizedList(new ArrayList<>());
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (Alert alert : List.of(notice(), volcano(), tsunami(), eew())) {
			all.add(arrives(alert).thenAccept((place) -> {
				aired.add(place.alert().identifier());
				this.queue.leave(place);
			}));
		}
		await().until(() -> this.queue.waiting().size() == 4);
		this.queue.leave(blocker);
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
		assertThat(aired).containsExactly("eew", "tsunami", "volcano", "notice");
		assertThat(this.queue.onAir()).isNull();
	}

	@Test
	void nothingHoldsBackWhatSavesLives() {
		assertThat(OnAir.mustAir(missile())).isTrue();
		assertThat(OnAir.mustAir(alert("level-4", "Met", "chime", "", "4"))).isTrue();
		assertThat(OnAir.mustAir(volcano())).isTrue();
		assertThat(OnAir.mustAir(notice())).isFalse();
	}

	private Place enter(Alert alert) throws InterruptedException {
		return this.queue.enter(alert, this.order.rank(alert));
	}

	private CompletableFuture<Place> arrives(Alert alert) {
		CompletableFuture<Place> place = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				place.complete(enter(alert));
			}
			catch (InterruptedException ex) {
				place.completeExceptionally(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return place;
	}

	private static Alert missile() {
		return alert("missile", "Security", "civil-protection", "", "");
	}

	private static Alert eew() {
		return alert("eew", "Geo", "eew", "VXSE45", "");
	}

	private static Alert tsunami() {
		return alert("tsunami", "Geo", "tsunami", "VTSE41", "");
	}

	private static Alert volcano() {
		return alert("volcano", "Geo", "chime", "VFVO50", "");
	}

	private static Alert notice() {
		return alert("notice", "Other", "chime", "", "");
	}

	private static Alert alert(String id, String category, String sound, String telegram, String level) {
		boolean grave = !sound.equals("chime");
		Map<String, String> parameters = new java.util.HashMap<>(Map.of(Info.SOUND, sound));
		if (!telegram.isEmpty()) {
			parameters.put(Info.TELEGRAM, telegram);
		}
		if (!level.isEmpty()) {
			parameters.put(Info.LEVEL, level);
		}
		Info info = new Info("ja-JP",
				new Classification(category, id, "Monitor", grave ? "Immediate" : "Expected",
						grave ? "Severe" : "Minor", "Likely"),
				new Text(id, "", "", "穴水町"), SampleAlerts.SENT.plusHours(1), parameters,
				SampleAlerts.tsunami().main().areas());
		return new Alert(new Key("test", id, SampleAlerts.SENT), Status.Actual, MsgType.Alert, Handling.from("console"),
				List.of(), List.of(info));
	}

}
