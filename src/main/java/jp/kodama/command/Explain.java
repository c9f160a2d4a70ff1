package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;

import jp.kodama.audience.Municipalities;
import jp.kodama.intake.Explainer;
import jp.kodama.intake.Explanation;
import jp.kodama.intake.MessageReader;
import jp.kodama.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kodama explain}: no server, no network, no store. */
@Command(name = "explain", mixinStandardHelpOptions = true,
		description = "電文で何が起きるか、その理由 / what a telegram would lead to, and why")
class Explain implements Callable<Integer> {

	@Option(names = "--town", defaultValue = "${KODAMA_TOWN:-17461}", paramLabel = "JIS",
			description = "市町村コード / municipality, five digits (default ${DEFAULT-VALUE})")
	private String town = "";

	@Option(names = "--json", description = "一件一行のJSON / one JSON object a line")
	private boolean json;

	@Option(names = "--at", paramLabel = "TIME",
			description = "受信時刻。なければ電文の時刻 / when it is received, e.g. 2024-01-01T16:23:00+09:00; otherwise the telegram's own time")
	private @Nullable OffsetDateTime at;

	@Option(names = "--policy", paramLabel = "FILE",
			description = "この方針で。なければ有効な方針 / by this policy; otherwise by the active one")
	private @Nullable Path policy;

	@Option(names = "--home", defaultValue = "${KODAMA_HOME:-./var}", hidden = true)
	private Path home = Path.of("var");

	@Option(names = "--root", defaultValue = "${KODAMA_ROOT:-.}", hidden = true)
	private Path root = Path.of(".");

	@Parameters(arity = "1..*", paramLabel = "FILE")
	private List<Path> files = List.of();

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		Policy active = Policy.load(this.root.resolve("config"), this.home,
				Municipalities.load(this.root.resolve("config/areas")).find(this.town));
		Policy policy = (this.policy != null) ? active.under(active.read(this.policy)) : active;
		EnabledChannels channels = EnabledChannels.load(this.root);
		Explainer explainer = new Explainer(policy, channels::of, new MessageReader(this.root.resolve("config")));
		PrintWriter out = java.util.Objects.requireNonNull(this.spec).commandLine().getOut();
		PrintWriter err = this.spec.commandLine().getErr();
		JsonMapper mapper = this.json ? new JsonMapper() : null;
		int exit = 0;
		for (Path file : this.files) {
			try {
				Explanation explanation = explainer.explain(file, this.at);
				out.println((mapper != null) ? mapper.writeValueAsString(explanation.json()) : explanation.line());
			}
			catch (IOException ex) {
				err.println(file + ": 読めません / cannot be read: " + ex.getMessage());
				exit = 1;
			}
		}
		out.flush();
		return exit;
	}

}
