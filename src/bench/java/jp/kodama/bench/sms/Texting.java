package jp.kodama.bench.sms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jp.kodama.bench.Engine;

/** An engine whose only channel is texts, with residents to write to. */
final class Texting {

	private static final String ALERT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示を発令しました aid-bench",
			 "instruction": "危険な場所から全員避難してください。", "description": "土砂災害の危険が非常に高まっています。",
			 "expiresIn": "PT12H"}""";

	private final Engine engine;

	private final String store;

	/** Not yet started. */
	Texting(Path project, String address) throws IOException {
		this.engine = new Engine(project);
		this.store = "jdbc:sqlite:" + this.engine.home().resolve("kodama.db");
		Path secret = Files.writeString(this.engine.root().resolve("secret"), "bench");
		Files.writeString(this.engine.root().resolve("config/channels.yaml"), """
				kodama:
				  channels:
				    sms:
				      mode: live
				      address: "%s"
				      secret: "file:%s"
				      limits: {account: AC00000000000000000000000000000000, from: "+815000000000"}
				""".formatted(address, secret));
	}

	Engine engine() {
		return this.engine;
	}

	/** So many residents with a telephone each; after the first start. */
	void residents(int count) throws SQLException {
		this.engine.admit(List.of());
		try (Connection connection = open()) {
			connection.setAutoCommit(false);
			try (PreparedStatement row = connection.prepareStatement("INSERT INTO recipient (id, channel, address, "
					+ "language, district, sample) VALUES (?, 'sms', ?, 'ja', '', 0) ON CONFLICT DO NOTHING")) {
				for (int id = 1; id <= count; id++) {
					row.setInt(1, 1_000_000 + id);
					row.setString(2, "+8190%08d".formatted(10_000_000 + id));
					row.addBatch();
				}
				row.executeBatch();
			}
			connection.commit();
		}
	}

	/** Releases an alert to all; its identifier. */
	String release() throws Exception {
		return this.engine.post("/api/v1/alerts?release=true", ALERT).get("identifier").asString();
	}

	/** Waits until everybody's receipt is on disk. */
	void settled(String alert, int expected) throws Exception {
		try (Connection connection = open()) {
			while (one(connection, "SELECT COUNT(*) FROM receipt WHERE evidence = 'ACCEPTED' AND alert = ?",
					alert) < expected
					|| one(connection, "SELECT COUNT(*) FROM delivery WHERE state <> 'DONE' AND alert = ?", alert) > 0) {
				Thread.sleep(5);
			}
		}
	}

	/** How many telephones have a receipt. */
	long reached(String alert) throws SQLException {
		try (Connection connection = open()) {
			return one(connection,
					"SELECT COUNT(DISTINCT address) FROM receipt WHERE evidence = 'ACCEPTED' AND alert = ?", alert);
		}
	}

	private static long one(Connection connection, String query, String alert) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, alert);
			return statement.executeQuery().getLong(1);
		}
	}

	private Connection open() throws SQLException {
		Connection connection = DriverManager.getConnection(this.store);
		connection.createStatement().execute("PRAGMA busy_timeout=10000");
		return connection;
	}

}
