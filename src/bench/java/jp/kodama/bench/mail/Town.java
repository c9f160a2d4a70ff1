package jp.kodama.bench.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jp.kodama.bench.Engine;

/** An engine whose only channel is mail, with residents to write to. */
public final class Town {

	private static final String ALERT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示を発令しました aid-bench",
			 "instruction": "危険な場所から全員避難してください。外に出るのが危険なときは、崖から離れた二階以上の部屋に移ってください。",
			 "description": "土砂災害の危険が非常に高まっています。避難所は住吉公民館と諸橋公民館です。", "expiresIn": "PT12H"}""";

	private final Engine engine;

	private final String store;

	/** Not yet started; {@code relays} as in {@code channels.yaml}. */
	public Town(Path project, String relays, int connections) throws IOException {
		this.engine = new Engine(project);
		this.store = "jdbc:sqlite:" + this.engine.home().resolve("kodama.db");
		Files.writeString(this.engine.root().resolve("config/channels.yaml"), """
				kodama:
				  channels:
				    email:
				      mode: live
				      address: "%s"
				      limits:
				        from: bosai@anamizu.test
				        connections: %d
				        timeout: 3s
				        unsubscribe-url: "https://anamizu.test/stop/{token}?rid-{recipient}&aid-bench"
				""".formatted(relays, connections));
	}

	/** Its engine. */
	public Engine engine() {
		return this.engine;
	}

	/** Residents 1 to n, each with an address of their own; after the first start. */
	public void residents(int count) throws SQLException {
		this.engine.admit(List.of());
		try (Connection connection = open()) {
			connection.setAutoCommit(false);
			try (PreparedStatement row = connection.prepareStatement("INSERT INTO recipient (id, channel, address, "
					+ "language, district, sample) VALUES (?, 'email', ?, 'ja', '', 0) ON CONFLICT DO NOTHING")) {
				for (int id = 1; id <= count; id++) {
					row.setInt(1, 1_000_000 + id);
					row.setString(2, "resident-" + id + "@anamizu.test");
					row.addBatch();
				}
				row.executeBatch();
			}
			connection.commit();
		}
	}

	/** Releases an alert to all; its identifier. */
	public String release() throws Exception {
		return this.engine.post("/api/v1/alerts?release=true", ALERT).get("identifier").asString();
	}

	/** Waits until everybody is accounted for; how many were accepted. */
	public long settled(String alert, int expected) throws Exception {
		try (Connection connection = open()) {
			while (one(connection, "SELECT COUNT(*) FROM delivery WHERE state = 'DONE' AND alert = ?", alert) == 0
					|| one(connection, "SELECT COUNT(*) FROM delivery WHERE state <> 'DONE' AND alert = ?", alert) > 0
					|| receipts(connection, alert) < expected) {
				Thread.sleep(5);
			}
			return receipts(connection, alert);
		}
	}

	/** How many receipts say that the server accepted. */
	public long receipts(String alert) throws SQLException {
		try (Connection connection = open()) {
			return receipts(connection, alert);
		}
	}

	private static long receipts(Connection connection, String alert) throws SQLException {
		return one(connection, "SELECT COUNT(*) FROM receipt WHERE evidence = 'ACCEPTED' AND alert = ?", alert);
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
