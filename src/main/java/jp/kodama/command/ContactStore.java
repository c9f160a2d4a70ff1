package jp.kodama.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import jp.kodama.audience.ContactsTouched;
import jp.kodama.audience.Municipalities;
import jp.kodama.audience.backup.ContactBackup;
import jp.kodama.audience.importing.ContactExport;
import jp.kodama.audience.importing.ContactImport;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.Residents;
import jp.kodama.receipt.ContactsTrail;
import org.flywaydb.core.Flyway;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Option;

/**
 * A state folder's residents, for a command. A server may use the same store meanwhile:
 * every change is a short transaction.
 */
class ContactStore {

	private static final String SQLITE = "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=10000";

	@Option(names = "--url", description = "JDBC URL (既定: KODAMA_HOME の SQLite / default: SQLite in KODAMA_HOME)")
	private String url = "";

	@Option(names = "--home", defaultValue = "${KODAMA_HOME:-./var}", hidden = true)
	private Path home = Path.of("var");

	@Option(names = "--root", defaultValue = "${KODAMA_ROOT:-.}", hidden = true)
	private Path root = Path.of(".");

	@Option(names = "--town", defaultValue = "${KODAMA_TOWN:-17461}", paramLabel = "JIS",
			description = "市町村コード / municipality, five digits (default ${DEFAULT-VALUE})")
	private String town = "";

	/** Opens it. */
	Opened open() throws java.io.IOException {
		Files.createDirectories(this.home);
		String address = this.url.isEmpty() ? "jdbc:sqlite:" + this.home.resolve("kodama.db") + SQLITE : this.url;
		SingleConnectionDataSource source = new SingleConnectionDataSource(address, true);
		Flyway.configure().dataSource(source).load().migrate();
		return new Opened(source, this.root, Municipalities.load(this.root.resolve("config/areas")).find(this.town));
	}

	/** An opened store; to be closed. */
	static final class Opened implements AutoCloseable {

		private static final String OPERATOR = "operator " + System.getProperty("user.name", "");

		private final SingleConnectionDataSource source;

		private final JdbcTemplate jdbc;

		private final TransactionTemplate transactions;

		private final ContactsTrail trail;

		private final Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));

		private final ContactChannels channels;

		private final Groups groups;

		private final jp.kodama.audience.Municipality town;

		Opened(SingleConnectionDataSource source, Path root, jp.kodama.audience.Municipality town) {
			this.source = source;
			this.jdbc = new JdbcTemplate(source);
			this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
			this.trail = ContactsTrail.of(source);
			this.channels = ContactChannels.load(root);
			this.groups = Groups.load(root.resolve("config"));
			this.town = town;
		}

		ContactImport imports() {
			return new ContactImport(this.channels, this.groups, this.town,
					new Residents(this.jdbc, this.transactions, events(), this.clock));
		}

		ContactExport exports() {
			return new ContactExport(this.channels, this.groups,
					new Directory(this.jdbc, this.transactions, events(), this.clock));
		}

		ContactBackup backup() {
			return new ContactBackup(this.jdbc, this.transactions);
		}

		Instant now() {
			return this.clock.instant();
		}

		/** Who it is, for the audit chain. */
		String operator() {
			return OPERATOR;
		}

		/** A link of the audit chain. */
		void tell(String action, long subject, String detail) {
			this.transactions.executeWithoutResult((tx) -> this.trail
				.write(new ContactsTouched(OPERATOR, action, Long.toString(subject), detail, now())));
		}

		private ApplicationEventPublisher events() {
			return (event) -> {
				if (event instanceof ContactsTouched touched) {
					this.trail.write(touched);
				}
			};
		}

		@Override
		public void close() {
			this.source.destroy();
		}

	}

}
