package jp.kodama.audience;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom an alert is for. */
@Component
public class Audience {

	/**
	 * An address that is suppressed, was given up or lacks consent is not reachable.
	 * Quiet hours may pass midnight.
	 */
	private static final String THOSE = """
			FROM recipient WHERE channel = :channel AND reachable = 1 AND sample <= :samples
			AND (:loud = 1 OR quiet_from < 0
				OR NOT ((quiet_from < quiet_until AND :minute >= quiet_from AND :minute < quiet_until)
					OR (quiet_from > quiet_until AND (:minute >= quiet_from OR :minute < quiet_until))))""";

	private static final String NEAR = " AND district IN (:districts)";

	private final JdbcClient jdbc;

	private final Clock clock;

	Audience(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The recipients of an alert on one channel. An alert for named districts reaches
	 * those who live there and those of whom no district is known: in doubt, warn. Who
	 * asked for quiet at this hour is left out, unless the alert is urgent (levels 4 and
	 * 5 and the like).
	 * @param samples whether the made-up residents count
	 */
	public List<Recipient> of(Alert alert, String channel, boolean samples) {
		return asked("SELECT id, channel, address, language, district, sample ", " ORDER BY id", alert, channel,
				samples)
			.query((row, number) -> new Recipient(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
					row.getString(5), row.getInt(6) == 1))
			.list();
	}

	/** How many they are. */
	public int count(Alert alert, String channel, boolean samples) {
		return asked("SELECT COUNT(*) ", "", alert, channel, samples).query(Integer.class).single();
	}

	private JdbcClient.StatementSpec asked(String what, String order, Alert alert, String channel, boolean samples) {
		Set<String> districts = alert.main()
			.areas()
			.stream()
			.flatMap((area) -> area.geocodes().stream())
			.filter((code) -> code.valueName().equals(Area.Geocode.DISTRICT))
			.map(Area.Geocode::value)
			.collect(Collectors.toSet());
		JdbcClient.StatementSpec asked = this.jdbc.sql(what + THOSE + (districts.isEmpty() ? "" : NEAR) + order)
			.param("channel", channel)
			.param("samples", samples ? 1 : 0)
			.param("loud", alert.urgent() ? 1 : 0)
			.param("minute", LocalTime.now(this.clock).toSecondOfDay() / 60);
		if (!districts.isEmpty()) {
			districts.add("");
			asked = asked.param("districts", districts);
		}
		return asked;
	}

}
