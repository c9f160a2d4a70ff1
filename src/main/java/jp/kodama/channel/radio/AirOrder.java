package jp.kodama.channel.radio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rows of {@code config/radio/order.yaml}, the first first: 国民保護, 緊急地震速報, 津波, 火山, the
 * rest.
 */
final class AirOrder {

	private static final Row REST = new Row("other", Map.of("ja", "その他", "en", "Other"), List.of(), List.of(),
			List.of(), new Again(0, Duration.ofMinutes(10)));

	/** All alerts alike. */
	static final AirOrder ALIKE = new AirOrder(List.of());

	private final List<Row> rows;

	private AirOrder(List<Row> rows) {
		this.rows = rows;
	}

	/**
	 * Reads the table; without the file all alerts are alike.
	 * @throws IllegalStateException naming the file and the row at fault
	 */
	static AirOrder load(Path file) {
		return new AirOrder(Files.exists(file) ? Tables.read(file, "order", Bindable.listOf(Row.class)) : List.of());
	}

	/** The row of an alert. */
	Row row(Alert alert) {
		return this.rows.stream().filter((row) -> row.fits(alert)).findFirst().orElse(REST);
	}

	/**
	 * How early an alert's turn comes, the lower the earlier: by its row, within it what
	 * is urgent first.
	 */
	int rank(Alert alert) {
		int place = this.rows.indexOf(row(alert));
		return 2 * ((place >= 0) ? place : this.rows.size()) + (alert.urgent() ? 0 : 1);
	}

	/**
	 * A row.
	 *
	 * @param id as {@code broadcast.json} names it
	 * @param title as officers read it
	 * @param telegrams whose alerts it is for
	 * @param sounds whose alerts it is for
	 * @param categories whose alerts it is for, CAP 1.2
	 * @param again how its alerts are said again
	 */
	record Row(String id, Map<String, String> title, @DefaultValue List<String> telegrams,
			@DefaultValue List<String> sounds, @DefaultValue List<String> categories, @DefaultValue Again again) {

		private boolean fits(Alert alert) {
			Info main = alert.main();
			boolean all = this.telegrams.isEmpty() && this.sounds.isEmpty() && this.categories.isEmpty();
			return all || this.telegrams.contains(main.parameter(Info.TELEGRAM).orElse(""))
					|| this.sounds.contains(main.parameter(Info.SOUND).orElse(""))
					|| this.categories.contains(main.classification().category());
		}

		/** As officers read it. */
		public String japanese() {
			return Objects.requireNonNull(this.title.getOrDefault("ja", this.id));
		}

	}

	/**
	 * How a message is said again.
	 *
	 * @param times how often
	 * @param every how long after the last time
	 */
	record Again(@DefaultValue("0") int times, @DefaultValue("10m") Duration every) {
	}

}
