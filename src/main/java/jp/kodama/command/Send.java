package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./kodama send}: a message to the running server. A drill is released at once; a
 * real one waits for a second person, as everywhere.
 */
@Command(name = "send", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "動作中のサーバーへ一件送る。訓練は即時、本番は別の人の承認を待つ。",
				"Posts a message to the running server. A drill goes out at once, into rehearsal only;",
				"a real one waits for a second person's approval in the console." })
final class Send implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON (/api/v1/alerts); - は標準入力 / stdin")
	private @Nullable String file;

	@Option(names = "--drill", description = "訓練として / as a drill")
	private boolean drill;

	@ArgGroup(exclusive = false)
	private @Nullable SendWords words;

	private final LocalServer server;

	Send() {
		this(LocalServer.here());
	}

	Send(LocalServer server) {
		this.server = server;
	}

	@Override
	public Integer call() throws IOException {
		PrintWriter out = spec().commandLine().getOut();
		PrintWriter err = spec().commandLine().getErr();
		if ((this.file == null) == (this.words == null)) {
			err.println("FILE か --headline などの一方を / give either a FILE or words such as --headline");
			return 2;
		}
		try {
			JsonNode entered = this.server.post("/api/v1/alerts?release=" + this.drill, body());
			String identifier = entered.path("identifier").asString();
			if (this.drill) {
				out.println(identifier + " 訓練として出しました / released as a drill, into rehearsal only");
			}
			else {
				this.server.post("/api/v1/alerts/" + identifier + "/submit", "{}");
				out.println(identifier + " 承認待ちです。別の人が承認すると放送されます / waits for a second person's approval");
			}
			out.println(this.server.at("/alerts/" + identifier));
			return 0;
		}
		catch (LocalServer.Unwilling ex) {
			err.println(ex.getMessage());
			return 1;
		}
	}

	private String body() throws IOException {
		if (this.words != null) {
			return this.words.json(this.drill);
		}
		if ("-".equals(this.file)) {
			return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
		}
		return Files.readString(Path.of(String.valueOf(this.file)));
	}

	private CommandSpec spec() {
		return java.util.Objects.requireNonNull(this.spec);
	}

}
