package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./kodama replay} and {@code send}, against a server of one answer. */
class ReplayTests {

	private static final String TELEGRAMS = "src/test/resources/telegrams/";

	@TempDir
	private Path home;

	private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private HttpServer server;

	private String deliveries = """
			[{"id":"1","channel":"pager","kind":"rehearsal","state":"DONE","evidence":{"REHEARSED":4},
			  "handedOverAt":"2026-06-01T01:00:00.123Z","artifacts":[{"name":"text.txt"}]}]""";

	@BeforeEach
	void start() throws IOException {
		Files.writeString(this.home.resolve("operator.token"), "secret\n");
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			String path = exchange.getRequestURI().toString();
			this.asked.add(exchange.getRequestMethod() + " " + path + " "
					+ exchange.getRequestHeaders().getFirst("Authorization"));
			exchange.getRequestBody().readAllBytes();
			byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(path.contains("refused") ? 403 : 200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void theTimelineSaysWhenEachChannelHadItAndWithWhatEvidence() {
		assertThat(run("replay", TELEGRAMS + "tsunami-major.xml")).as(this.err.toString()).isZero();
		assertThat(this.out.toString()).contains("tsunami-major.xml: AUTO", "+123 ms", "pager", "REHEARSED 4",
				"text.txt");
		assertThat(this.asked.get(0)).startsWith("POST /api/v1/replay?run=replay-").endsWith("Bearer secret");
	}

	@Test
	void aFolderIsPlayedInTheOrderItsTelegramsWereIssued() throws IOException {
		Path folder = Files.createDirectory(this.home.resolve("telegrams"));
		for (String name : List.of("tsunami-lifted", "tsunami-raised", "tsunami-major")) {
			Files.copy(Path.of(TELEGRAMS + name + ".xml"), folder.resolve(name + ".xml"));
		}
		assertThat(run("replay", folder.toString())).isZero();
		assertThat(this.asked.stream().filter((one) -> one.startsWith("POST")))
			.extracting((one) -> one.replaceAll(".*name=([a-z-]+)[.].*", "$1"))
			.containsExactly("tsunami-major", "tsunami-raised", "tsunami-lifted");
	}

	@Test
	void oneTelegramThatIsRefusedStopsNoOther() throws IOException {
		Path folder = Files.createDirectory(this.home.resolve("telegrams"));
		for (String name : List.of("tsunami-lifted", "tsunami-major")) {
			Files.copy(Path.of(TELEGRAMS + name + ".xml"), folder.resolve(name + ".xml"));
		}
		Files.writeString(folder.resolve("refused.xml"), "<no");
		assertThat(run("replay", folder.toString())).isEqualTo(1);
		assertThat(this.out.toString()).contains("refused.xml: REJECT", "tsunami-major.xml: AUTO",
				"tsunami-lifted.xml: AUTO");
	}

	@Test
	void atASpeedEachLineSaysWhoseItIsAndTheHeadlineIsThere() {
		assertThat(run("replay", "--speed", "60", TELEGRAMS + "tsunami-major.xml")).isZero();
		assertThat(this.out.toString()).contains("2026-06-01 10:00:00  tsunami-major.xml: AUTO",
				"  17461-1「津波警報」（訓練用の出力のみ", "  17461-1    +123 ms  pager");
	}

	@Test
	void aDeliveryThatNeverEndsIsSaidAndFails() {
		this.deliveries = "[{\"id\":\"1\",\"channel\":\"pager\",\"state\":\"SENDING\"}]";
		assertThat(run("replay", "--wait", "0", TELEGRAMS + "tsunami-major.xml")).isEqualTo(1);
		assertThat(this.out.toString()).contains("under way");
	}

	@Test
	void aChannelThatMustWaitSaysWhy() {
		this.deliveries = "[{\"id\":\"1\",\"channel\":\"pager\",\"state\":\"QUEUED\",\"cause\":\"no Japanese voice\"}]";
		assertThat(run("replay", TELEGRAMS + "tsunami-major.xml")).isZero();
		assertThat(this.out.toString()).contains("again later", "no Japanese voice");
	}

	@Test
	void aMessageSentFromTheCommandLineIsADrillUnlessSaidOtherwise() {
		assertThat(run("send", "--event", "避難指示", "--headline", "避難指示", "--instruction", "逃げてください")).isZero();
		assertThat(this.asked.get(0)).startsWith("POST /api/v1/alerts?release=true");
		this.asked.clear();
		assertThat(run("send", "--actual", "--event", "避難指示", "--headline", "避難指示", "--instruction", "逃げてください"))
			.isZero();
		assertThat(this.asked).hasSize(1).first().asString().startsWith("POST /api/v1/alerts?release=false");
	}

	@Test
	void aServerThatIsDownIsSaidInWords() {
		this.server.stop(0);
		assertThat(run("replay", TELEGRAMS + "tsunami-major.xml")).isEqualTo(1);
		assertThat(this.err.toString()).contains("./kodama run").doesNotContain("secret");
	}

	@Test
	void aMissingTokenIsSaidInWords() throws IOException {
		Files.delete(this.home.resolve("operator.token"));
		assertThat(run("replay", TELEGRAMS + "tsunami-major.xml")).isEqualTo(1);
		assertThat(this.err.toString()).contains("operator.token");
	}

	private String answer(String path) {
		if (path.endsWith("/deliveries")) {
			return this.deliveries;
		}
		return path.startsWith("/api/v1/replay") ? """
				{"decision":"AUTO","reason":"because","entered":"2026-06-01T01:00:00Z","released":["17461-1"],"held":[],
				 "headlines":{"17461-1":"津波警報"}}""" : "{\"identifier\":\"17461-2\",\"state\":\"RELEASED\"}";
	}

	private int run(String command, String... args) {
		List<String> all = new ArrayList<>(List.of(command, "--server",
				"http://127.0.0.1:" + this.server.getAddress().getPort(), "--home", this.home.toString()));
		all.addAll(List.of(args));
		return Kodama.run(new PrintWriter(this.out, true), new PrintWriter(this.err, true), all.toArray(String[]::new));
	}

}
