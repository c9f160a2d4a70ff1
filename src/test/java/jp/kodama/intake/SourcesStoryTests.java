package jp.kodama.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.Evidence;
import jp.kodama.intake.source.Light;
import jp.kodama.rendering.Renderer;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The project's own channels, all rehearsing, and every kind of source: a tsunami warning
 * of now that comes in by any of them is rehearsed on every channel once, however many
 * copies follow by the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesStoryTests {

	@TempDir
	static Path folder;

	private final int tcp = Engine.freePort();

	private final int smtp = Engine.freePort();

	private Path relay;

	private Engine kodama;

	@BeforeAll
	void start() throws IOException {
		this.relay = folder.resolve("relay");
		set("0");
		Path root = folder.resolve("root");
		Town town = Town.in(root);
		for (String one : List.of("channels", "config/templates", "config/channels.yaml", "config/speech",
				"config/mail-notices.yaml", "config/audience", "config/demo")) {
			Files.createSymbolicLink(root.resolve(one), Path.of(one).toAbsolutePath());
		}
		Files.writeString(root.resolve("config/sources.yaml"), """
				kodama:
				  sources:
				    push: {kind: http}
				    receiver: {kind: tcp, address: "127.0.0.1:%d"}
				    mail: {kind: mail, address: "127.0.0.1:%d"}
				    relay: {kind: contact, address: "%s", options: {message: tsunami, release: auto, settles: 50ms}}
				""".formatted(this.tcp, this.smtp, this.relay));
		this.kodama = Engine.start(folder, town, "--kodama.parts=" + Path.of(".parts").toAbsolutePath());
		await().untilAsserted(() -> assertThat(Stream.of("receiver", "mail", "relay"))
			.allMatch((source) -> this.kodama.source(source).light() == Light.OK));
	}

	@AfterAll
	void stop() {
		this.kodama.context().close();
	}

	@BeforeEach
	void forget() {
		AlertJournal journal = this.kodama.context().getBean(AlertJournal.class);
		journal.recent(100)
			.stream()
			.filter((entry) -> entry.state() == State.RELEASED)
			.forEach((entry) -> journal.move(entry.alert().identifier(), State.EXPIRED, "test", ""));
		this.kodama.context().getBean(JdbcClient.class).sql("DELETE FROM intake").update();
		this.kodama.context().getBean(JdbcClient.class).sql("DELETE FROM statement").update();
	}

	@TestFactory
	Stream<DynamicTest> aTsunamiWarningIsRehearsedEverywhereOnceWhateverItCameBy() {
		return ways().entrySet().stream().map((way) -> DynamicTest.dynamicTest(way.getKey(), () -> {
			String first = way.getKey();
			forget();
			byte[] telegram = Telegrams.issued("tsunami-major", OffsetDateTime.now());
			List<String> before = alerts();
			way.getValue().bring(telegram);
			String alert = next(before);
			rehearsedOnce(alert);

			for (Map.Entry<String, Way> copy : ways().entrySet()) {
				copy.getValue().bring(telegram);
				await().untilAsserted(() -> assertThat(this.kodama.taken(copy.getKey(), "reason"))
					.anyMatch((reason) -> copy.getKey().equals(first) || reason.contains("重複")));
			}
			assertThat(alerts()).hasSize(before.size() + 1);
			rehearsedOnce(alert);
		}));
	}

	@Test
	void aContactThatClosesIsRehearsedEverywhereOnce() throws IOException {
		List<String> before = alerts();
		set("1");
		rehearsedOnce(next(before));
		set("0");
		await().until(() -> this.kodama.taken("relay", "decision").size() == 2);
		assertThat(alerts()).hasSize(before.size() + 1);
	}

	@Test
	void aFramingThatDoesNotExistStopsTheStart() {
		assertThatThrownBy(() -> Engine.start(folder.resolve("other"), """
				receiver: {kind: tcp, address: "127.0.0.1:1", options: {framing: morse}}""")).hasStackTraceContaining(
				"config/sources.yaml: kodama.sources.receiver.options.framing: length, newline or text, not 'morse'");
	}

	@Test
	void aPreparedMessageThatIsNotThereStopsTheStart() {
		assertThatThrownBy(() -> Engine.start(folder.resolve("another"), """
				relay: {kind: contact, address: /tmp/relay, options: {message: nowhere}}"""))
			.hasStackTraceContaining("config/sources.yaml: kodama.sources.relay.options.message");
	}

	@Test
	void aTableOfMailsThatIsNotThereStopsTheStart() {
		assertThatThrownBy(() -> Engine.start(folder.resolve("third"), """
				mail: {kind: mail, address: "127.0.0.1:1", options: {rules: config/nowhere.yaml}}"""))
			.hasStackTraceContaining("config/sources.yaml: kodama.sources.mail.options.rules");
	}

	private Map<String, Way> ways() {
		Map<String, Way> ways = new LinkedHashMap<>();
		ways.put("receiver", (telegram) -> {
			try (Socket socket = new Socket("127.0.0.1", this.tcp)) {
				OutputStream out = socket.getOutputStream();
				out.write(ByteBuffer.allocate(4).putInt(telegram.length).array());
				out.write(telegram);
			}
		});
		ways.put("push",
				(telegram) -> assertThat(new Push(this.kodama, "push").send(telegram).statusCode()).isEqualTo(202));
		ways.put("inbox", (telegram) -> {
			Path written = this.kodama.home().resolve("copy.tmp");
			Files.write(written, telegram);
			Files.move(written, this.kodama.home().resolve("inbox/copy-" + System.nanoTime() + ".xml"));
		});
		ways.put("mail",
				(telegram) -> Receiver.send(new Receiver(this.smtp).attached("J-ALERT受信", "telegram.xml", telegram)));
		return ways;
	}

	/**
	 * A channel that cannot work on this machine, such as a voice not installed, is left
	 * out.
	 */
	private void rehearsedOnce(String alert) {
		Renderer renderer = this.kodama.context().getBean(Renderer.class);
		List<String> works = this.kodama.context()
			.getBean(Channels.class)
			.all()
			.stream()
			.map(ChannelSettings::id)
			.filter((id) -> renderer.unavailable(id).isEmpty())
			.toList();
		assertThat(works).hasSizeGreaterThanOrEqualTo(5);
		await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
			List<DeliveryView> views = this.kodama.context()
				.getBean(DeliveryBoard.class)
				.of(alert)
				.stream()
				.filter((view) -> works.contains(view.delivery().channel()))
				.toList();
			assertThat(views).extracting((view) -> view.delivery().channel()).containsAll(works);
			assertThat(views).extracting((view) -> view.delivery().id()).doesNotHaveDuplicates();
			assertThat(views).allSatisfy((view) -> {
				assertThat(view.state()).isEqualTo(DeliveryState.DONE);
				assertThat(view.counts()).containsOnlyKeys(Evidence.REHEARSED);
				assertThat(view.delivery().attempt()).isEqualTo(1);
			});
		});
	}

	private String next(List<String> before) {
		await().until(() -> alerts().size() > before.size());
		return alerts().stream().filter((one) -> !before.contains(one)).findFirst().orElseThrow();
	}

	private List<String> alerts() {
		return this.kodama.alerts().stream().map((alert) -> alert.identifier()).toList();
	}

	private void set(String value) throws IOException {
		Path written = folder.resolve("written");
		Files.writeString(written, value, StandardCharsets.US_ASCII);
		Files.move(written, this.relay, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/** How a telegram comes in. */
	private interface Way {

		void bring(byte[] telegram) throws Exception;

	}

}
