package jp.kodama.audience;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jp.kodama.audience.backup.ContactBackup;
import jp.kodama.audience.importing.ContactExport;
import jp.kodama.audience.importing.ContactImport;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.QuietHours;
import jp.kodama.audience.residents.Resident;
import jp.kodama.audience.residents.Residents;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A store with residents, without an engine. Its clock stands at three in the morning.
 */
public final class Townsfolk {

	/** Three in the morning in Japan. */
	public static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

	private final List<Object> told = new ArrayList<>();

	private final DataSource source;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private Townsfolk(DataSource source) {
		this.source = source;
		Flyway.configure().dataSource(source).load().migrate();
		this.jdbc = new JdbcTemplate(source);
		this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
	}

	/** In an empty folder. */
	public static Townsfolk in(Path folder) {
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + folder.resolve("kodama.db") + "?synchronous=OFF&journal_mode=WAL");
		return new Townsfolk(source);
	}

	/** In a store that others may have used before. */
	public static Townsfolk on(DataSource source) {
		Townsfolk town = new Townsfolk(source);
		for (String table : List.of("resident", "resident_group", "recipient", "suppression")) {
			town.jdbc.update("DELETE FROM " + table);
		}
		return town;
	}

	/** Somebody who agreed. */
	public static Resident resident(String number, String channel, String... addresses) {
		return new Resident(number, "住民" + number, "ja", new Resident.Home("住吉", List.of()),
				new Consent(Consent.State.GIVEN, "紙", NOW), QuietHours.NEVER, Map.of(channel, List.of(addresses)));
	}

	public Residents residents() {
		return new Residents(this.jdbc, this.transactions, this.told::add, CLOCK);
	}

	public Directory directory() {
		return new Directory(this.jdbc, this.transactions, this.told::add, CLOCK);
	}

	public ContactImport imports() {
		return new ContactImport(ContactChannels.load(Path.of(".")), Groups.load(Path.of("config")),
				Municipalities.load(Path.of("config/areas")).find("17461"), residents());
	}

	public ContactExport exports() {
		return new ContactExport(ContactChannels.load(Path.of(".")), Groups.load(Path.of("config")), directory());
	}

	public ContactBackup backup() {
		return new ContactBackup(this.jdbc, this.transactions);
	}

	public Audience audience() {
		return new Audience(JdbcClient.create(this.source), CLOCK);
	}

	public JdbcTemplate jdbc() {
		return this.jdbc;
	}

	public TransactionTemplate transactions() {
		return this.transactions;
	}

	public Clock clock() {
		return CLOCK;
	}

	/** What the audit chain would be told. */
	public List<Object> told() {
		return this.told;
	}

}
