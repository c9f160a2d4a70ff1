package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A message typed into a terminal. */
class SendTests {

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	Path home;

	private final List<String> asked = new ArrayList<>();

	private final List<JsonNode> bodies = new ArrayList<>();

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private int status = 201;

	private String reply = "{\"identifier\": \"anamizu-1\"}";

	private HttpServer server;

	@BeforeEach
	void startServer() throws IOException {
		Files.writeString(this.home.resolve("operator.token"), "secret-word\n");
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stopServer() {
		this.server.stop(0);
	}

	@Test
	void aDrillIsReleasedAtOnceAndSaysThatItRehearsed() {
		int exit = send("--drill", "--headline", "避難指示を発令しました", "--level", "4", "--district", "住吉", "--district", "兜");
		assertThat(exit).isZero();
		assertThat(this.asked).containsExactly("Bearer secret-word POST /api/v1/alerts?release=true");
		JsonNode body = this.bodies.get(0);
		assertThat(body.path("status").asString()).isEqualTo("Exercise");
		assertThat(body.path("headline").asString()).isEqualTo("避難指示を発令しました");
		assertThat(body.path("level").asInt()).isEqualTo(4);
		assertThat(body.path("districts")).map(JsonNode::asString).containsExactly("住吉", "兜");
		assertThat(this.out).asString().contains("anamizu-1").contains("rehearsal only");
	}

	@Test
	void aRealMessageWaitsForASecondPerson() {
		assertThat(send("--headline", "断水のお知らせ")).isZero();
		assertThat(this.asked).containsExactly("Bearer secret-word POST /api/v1/alerts?release=false",
				"Bearer secret-word POST /api/v1/alerts/anamizu-1/submit");
		assertThat(this.bodies.get(0).path("status").asString()).isEqualTo("Actual");
		assertThat(this.out).asString().contains("second person");
	}

	@Test
	void aMessageWrittenToAFileGoesOutAsItStands() throws IOException {
		Path file = Files.writeString(this.home.resolve("message.json"), "{\"template\": \"evacuation-order\"}");
		assertThat(send("--drill", file.toString())).isZero();
		assertThat(this.bodies).containsExactly(JSON.readTree("{\"template\": \"evacuation-order\"}"));
	}

	@Test
	void englishWordsTravelBesideTheJapanese() {
		send("--drill", "--headline", "津波", "--headline-en", "Tsunami", "--instruction-en", "Go uphill.");
		assertThat(this.bodies.get(0).at("/texts/en/headline").asString()).isEqualTo("Tsunami");
		assertThat(this.bodies.get(0).at("/texts/en/instruction").asString()).isEqualTo("Go uphill.");
	}

	@Test
	void aRefusalNamesTheField() {
		this.status = 422;
		this.reply = "{\"title\": \"headline: too long\", \"detail\": \"長すぎます\"}";
		assertThat(send("--headline", "長い")).isEqualTo(1);
		assertThat(this.err).asString().contains("長すぎます / headline: too long");
		assertThat(this.out).asString().isEmpty();
	}

	@Test
	void aRefusalWithoutWordsStillHasItsNumber() {
		this.status = 502;
		this.reply = "<html>";
		assertThat(send("--headline", "津波")).isEqualTo(1);
		assertThat(this.err).asString().contains("HTTP 502");
	}

	@Test
	void whoeverCannotReadTheTokenIsToldWhoMay() throws IOException {
		Files.delete(this.home.resolve("operator.token"));
		assertThat(send("--headline", "津波")).isEqualTo(1);
		assertThat(this.err).asString().contains("only the user who runs the server may send");
		assertThat(this.asked).isEmpty();
	}

	@Test
	void withoutAServerTheNextStepIsNamed() {
		this.server.stop(0);
		assertThat(send("--headline", "津波")).isEqualTo(1);
		assertThat(this.err).asString().contains("./kodama run");
	}

	@Test
	void neitherWordsNorFileIsAMistake() {
		assertThat(send("--drill")).isEqualTo(2);
		assertThat(this.asked).isEmpty();
	}

	private int send(String... arguments) {
		URI address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		return new CommandLine(new Send(new LocalServer(this.home, address))).setOut(new PrintWriter(this.out))
			.setErr(new PrintWriter(this.err))
			.execute(arguments);
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestMethod() + " "
				+ exchange.getRequestURI());
		this.bodies.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
		byte[] bytes = this.reply.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
