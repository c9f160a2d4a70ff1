package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./kodama send}: an alert in the short form of {@code POST /api/v1/alerts}. A
 * drill is released at once and watched; anything meant waits as a draft for an officer.
 */
@Command(name = "send", mixinStandardHelpOptions = true,
		description = "動作中のサーバーへ送る。既定は訓練 / post a message to the running server; a drill unless told otherwise")
class Send implements Callable<Integer> {

	@Option(names = "--event", required = true, description = "種別 / event, e.g. 避難指示")
	private String event = "";

	@Option(names = "--headline", required = true, description = "見出し / headline")
	private String headline = "";

	@Option(names = "--instruction", required = true, description = "とるべき行動 / what to do")
	private String instruction = "";

	@Option(names = "--description", defaultValue = "", description = "状況 / what happens")
	private String description = "";

	@Option(names = "--level", description = "警戒レベル 1–5 / alert level")
	private @Nullable Integer level;

	@Option(names = "--district", description = "地区。なければ全域 / district; otherwise everywhere")
	private List<String> districts = List.of();

	@Option(names = "--expires-in", defaultValue = "PT12H", description = "有効期間 / how long it is true (ISO 8601)")
	private Duration expiresIn = Duration.ofHours(12);

	@Option(names = "--actual", description = "訓練でなく本番。下書きとして職員の承認を待つ / meant: kept as a draft for officers")
	private boolean actual;

	@Mixin
	private Server server = new Server();

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		PrintWriter out = java.util.Objects.requireNonNull(this.spec).commandLine().getOut();
		Instant entered = Instant.now();
		JsonNode answer = this.server.post("/api/v1/alerts?release=" + !this.actual, "application/json",
				new JsonMapper().writeValueAsString(body()).getBytes(StandardCharsets.UTF_8));
		String identifier = answer.path("identifier").asString("");
		out.println(identifier + " " + answer.path("state").asString(""));
		return (this.actual || new Timeline(this.server, out, Duration.ofSeconds(60)).watch(identifier, entered, ""))
				? 0 : 1;
	}

	private Map<String, Object> body() {
		Map<String, Object> body = new TreeMap<>();
		body.put("event", this.event);
		body.put("headline", this.headline);
		body.put("instruction", this.instruction);
		body.put("description", this.description);
		body.put("districts", this.districts);
		body.put("expiresIn", this.expiresIn.toString());
		body.put("status", this.actual ? "Actual" : "Exercise");
		if (this.level != null) {
			body.put("level", this.level);
		}
		return body;
	}

}
