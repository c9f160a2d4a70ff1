package jp.kodama.intake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jp.kodama.approval.Approvals;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.testing.Capture;
import jp.kodama.testing.CountedPort;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A day of drills in a town where every channel is live: of every kind of telegram one
 * comes as 訓練 and one as 試験, an officer releases whatever waits, and not a byte, not even
 * a connection, gets to a live sink. That the sinks and the capture would have noticed is
 * shown last, by a warning that is meant.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillCaptureTests {

	@TempDir
	static Path folder;

	private LiveTown town;

	private final ServerSocket beacon = new ServerSocket(0);

	private @Nullable Capture capture;

	private String impossible = "";

	DrillCaptureTests() throws IOException {
	}

	@BeforeAll
	void open() throws IOException {
		this.town = new LiveTown(folder);
		this.impossible = Capture.impossible();
		if (this.impossible.isEmpty()) {
			this.capture = Capture.of(
					Stream
						.concat(this.town.ports().values().stream().map(CountedPort::port),
								Stream.of(this.beacon.getLocalPort()))
						.mapToInt(Integer::intValue)
						.toArray());
		}
	}

	@AfterAll
	void close() throws IOException {
		if (this.capture != null) {
			this.capture.close();
		}
		this.beacon.close();
		if (this.town != null) {
			this.town.close();
		}
	}

	@ParameterizedTest
	@Order(1)
	@ValueSource(strings = { "訓練", "試験" })
	void noDrillOfAnyKindReachesALiveSink(String status) throws Exception {
		this.town.forget();
		List<String> rehearsed = new ArrayList<>();
		for (Map.Entry<String, byte[]> drill : new Drills().all(status).entrySet()) {
			Taken taken = take(drill.getKey(), drill.getValue());
			for (String held : taken.held()) {
				this.town.bean(Approvals.class).approve(held, "officer");
			}
			rehearsed.addAll(taken.released());
			rehearsed.addAll(taken.held());
		}
		assertThat(rehearsed).as("drills that were composed for every channel").hasSizeGreaterThan(10);
		await().untilAsserted(() -> assertThat(rehearsed.stream().flatMap((one) -> deliveries(one).stream()))
			.allMatch((one) -> one.delivery().rehearsal())
			.allMatch(DrillCaptureTests::settled));
		for (String channel : this.town.able()) {
			assertThat(folder.resolve("home/rehearsal").resolve(channel)).isNotEmptyDirectory();
		}
		assertThat(this.town.ports().values()).allSatisfy((port) -> {
			assertThat(port.connections()).isZero();
			assertThat(port.bytes()).isZero();
		});
		assertThat(this.town.files().values()).containsOnly(0L);
		assertThat(get("/signage/playlist")).contains("\"slides\" : [ ]");
		assertThat(get("/feed/alerts.atom")).doesNotContain("<entry>");
	}

	@Test
	@Order(2)
	void noPacketWentToALiveSink() throws IOException {
		assumeTrue(this.impossible.isEmpty(), this.impossible);
		Capture seen = Objects.requireNonNull(this.capture);
		int lit = this.beacon.getLocalPort();
		new Socket("127.0.0.1", lit).close();
		await().until(() -> seen.packets(lit) > 0);
		assertThat(this.town.ports().values()).extracting((port) -> seen.packets(port.port())).containsOnly(0L);
	}

	@Test
	@Order(3)
	void theWarningThatIsMeantReachesThemAll() throws Exception {
		Taken taken = take("meant", Drills.now(Files.readString(Telegrams.file("tsunami-major"))));
		assertThat(taken.released()).hasSize(1);
		await().untilAsserted(() -> {
			assertThat(this.town.ports().values()).allSatisfy((port) -> assertThat(port.bytes()).isPositive());
			assertThat(this.town.files().values()).allSatisfy((files) -> assertThat(files).isPositive());
			assertThat(get("/signage/playlist")).contains("大津波警報");
			assertThat(get("/feed/alerts.atom")).contains("大津波警報");
		});
		Capture seen = this.capture;
		if (seen != null) {
			await().untilAsserted(() -> assertThat(this.town.ports().values())
				.allSatisfy((port) -> assertThat(seen.packets(port.port())).isPositive()));
		}
		assertThat(this.town.ports()).as("sinks on the network").hasSizeGreaterThanOrEqualTo(3);
	}

	/** Over, or put off because a part of this machine is missing. */
	private static boolean settled(DeliveryView one) {
		return (one.state() != DeliveryState.QUEUED && one.state() != DeliveryState.SENDING) || !one.cause().isEmpty();
	}

	private Taken take(String name, byte[] bytes) {
		Letter letter = this.town.bean(Reception.class).named("inbox", name + ".xml", bytes);
		Taken taken = this.town.bean(ProducerTemplate.class).requestBody("direct:received", letter, Taken.class);
		assertThat(taken).as(name).isNotNull();
		return taken;
	}

	private List<DeliveryView> deliveries(String alert) {
		List<DeliveryView> all = this.town.bean(DeliveryBoard.class).of(alert);
		assertThat(all).as(alert).isNotEmpty();
		return all;
	}

	private String get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(this.town.uri(path)).build(), BodyHandlers.ofString())
			.body();
	}

}
