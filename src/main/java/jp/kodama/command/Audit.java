package jp.kodama.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import jp.kodama.receipt.AuditTrail;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kodama audit verify}: walks the audit chain of a state folder. */
@Command(name = "audit", description = "監査記録を検査する / checks the audit chain", subcommands = Audit.Verify.class)
class Audit {

	/** Exit 0: whole. 1: faults, one line each. 2: no such store. */
	@Command(name = "verify", description = "改ざん・欠落・入れ替えを行番号で示す / names changed, removed or moved rows")
	static class Verify implements Callable<Integer> {

		@Option(names = "--url", description = "JDBC URL (既定: KODAMA_HOME の SQLite / default: SQLite in KODAMA_HOME)")
		private String url = "";

		@Override
		public Integer call() {
			Path file = Path.of(System.getenv().getOrDefault("KODAMA_HOME", "var"), "kodama.db");
			if (this.url.isEmpty() && !Files.exists(file)) {
				System.err.println("記録がありません / no store: " + file);
				return 2;
			}
			String store = this.url.isEmpty() ? "jdbc:sqlite:" + file : this.url;
			List<String> faults = AuditTrail.verify(new DriverManagerDataSource(store));
			faults.forEach(System.out::println);
			System.out.println(faults.isEmpty() ? "監査記録に異常はありません / the audit chain is whole"
					: "異常 " + faults.size() + " 件 / " + faults.size() + " faults");
			return faults.isEmpty() ? 0 : 1;
		}

	}

}
