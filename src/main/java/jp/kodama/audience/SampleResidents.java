package jp.kodama.audience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives a fresh install somebody to rehearse with: the made-up residents of
 * {@code config/audience/sample-residents.csv}, with addresses that reach nobody. They
 * never count on a live wire.
 */
@Component
@Order(0)
class SampleResidents implements ApplicationRunner {

	private final Path file;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	SampleResidents(@Value("${kodama.root}") Path root, JdbcClient jdbc, TransactionOperations transactions) {
		this.file = root.resolve("config/audience/sample-residents.csv");
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		boolean empty = this.jdbc.sql("SELECT COUNT(*) FROM recipient").query(Integer.class).single() == 0;
		if (!empty || !Files.exists(this.file)) {
			return;
		}
		List<String> lines = Files.readAllLines(this.file);
		this.transactions.executeWithoutResult((tx) -> {
			for (int number = 1; number < lines.size(); number++) {
				enter(number, lines.get(number));
			}
		});
	}

	private void enter(int number, String line) {
		String[] fields = line.split(",", -1);
		if (fields.length != 4) {
			throw new IllegalStateException(
					this.file + ":" + (number + 1) + ": expected channel,address,language,district");
		}
		this.jdbc.sql("""
				INSERT INTO recipient (id, channel, address, language, district, sample) VALUES (?, ?, ?, ?, ?, 1)
				ON CONFLICT DO NOTHING""").params(number, fields[0], fields[1], fields[2], fields[3]).update();
	}

}
