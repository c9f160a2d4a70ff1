package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import jp.kodama.audience.Municipalities;
import jp.kodama.intake.Comparison;
import jp.kodama.intake.MessageReader;
import jp.kodama.policy.Policy;
import jp.kodama.policy.PolicyDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kodama policy}: what a municipality's own policy says. */
@Command(name = "policy", description = "町の方針 / the municipality's own policy", subcommands = PolicyCommand.Diff.class)
class PolicyCommand {

	/**
	 * {@code ./kodama policy diff}: no server, no network, no store. Exit 1 for a policy
	 * that cannot be used.
	 */
	@Command(name = "diff", mixinStandardHelpOptions = true,
			description = "有効な方針と案の違いをことばで / what changes between the active policy and a proposed one, in words")
	static class Diff implements Callable<Integer> {

		@Option(names = "--town", defaultValue = "${KODAMA_TOWN:-17461}", paramLabel = "JIS",
				description = "市町村コード / municipality, five digits (default ${DEFAULT-VALUE})")
		private String town = "";

		@Option(names = "--proposed",
				description = "コンソールで提案中の案 / the one that waits in the console for a second person")
		private boolean proposed;

		@Option(names = "--samples", paramLabel = "DIR",
				description = "見本の電文のフォルダー / folder of telegrams: which would be decided differently")
		private List<Path> samples = List.of();

		@Option(names = "--home", defaultValue = "${KODAMA_HOME:-./var}", hidden = true)
		private Path home = Path.of("var");

		@Option(names = "--root", defaultValue = "${KODAMA_ROOT:-.}", hidden = true)
		private Path root = Path.of(".");

		@Parameters(arity = "0..1", paramLabel = "FILE", description = "方針の案 / the proposed policy")
		private @Nullable Path file;

		@Spec
		private @Nullable CommandSpec spec;

		@Override
		public Integer call() throws IOException {
			PrintWriter out = Objects.requireNonNull(this.spec).commandLine().getOut();
			Policy active = Policy.load(this.root.resolve("config"), this.home,
					Municipalities.load(this.root.resolve("config/areas")).find(this.town));
			Policy other = active.under(active.read(other()));
			out.println("現行 " + active.town().edition().japanese() + " / active: " + active.town().edition().english());
			out.println("案   " + other() + " / proposed");
			changes(out, active, other);
			if (!this.samples.isEmpty()) {
				samples(out,
						new Comparison(active, other, new MessageReader(this.root.resolve("config"))).of(this.samples));
			}
			out.flush();
			return 0;
		}

		private Path other() {
			if (this.proposed == (this.file != null)) {
				throw new IllegalArgumentException("FILE か --proposed のどちらか一つ / either FILE or --proposed");
			}
			Path other = (this.file != null) ? this.file
					: this.home.resolve("policy").resolve(this.town + ".proposed.yaml");
			if (!Files.exists(other)) {
				throw new IllegalArgumentException(
						this.proposed ? "提案中の案はありません / nothing is proposed" : other + ": ありません / no such file");
			}
			return other;
		}

		private static void changes(PrintWriter out, Policy active, Policy other) {
			List<PolicyDiff.Change> changes = PolicyDiff.between(active, other);
			out.println();
			out.println(changes.isEmpty() ? "種別ごとの扱いは変わりません / no kind is handled differently" : "変わること / what changes");
			for (PolicyDiff.Change change : changes) {
				out.println("  " + (change.turn().weaker() ? "▼ " : "▲ ") + change.japanese());
				out.println("      " + change.english());
			}
			if (!active.alarmAfter().equals(other.alarmAfter())) {
				out.println("  職員確認の警報: " + active.alarmAfter().toMinutes() + "分 → " + other.alarmAfter().toMinutes()
						+ "分ごと / a held alert alarms every " + other.alarmAfter().toMinutes() + " min instead of "
						+ active.alarmAfter().toMinutes());
			}
		}

		private static void samples(PrintWriter out, Comparison.Result result) {
			out.println();
			out.println("見本の電文 " + result.read() + " 件中 " + result.redecided().size() + " 件で決定が変わる / "
					+ result.redecided().size() + " of " + result.read()
					+ " sample telegrams would be decided differently");
			for (Comparison.Redecided one : result.redecided()) {
				one.turns()
					.forEach((turn) -> out.println("  " + (turn.weaker() ? "▼ " : "▲ ") + one.file() + "【" + one.title()
							+ "】" + turn.name() + ": " + turn.japanese() + " / " + turn.plain()));
			}
			result.unreadable().forEach((line) -> out.println("  読めない / unreadable: " + line));
		}

	}

}
