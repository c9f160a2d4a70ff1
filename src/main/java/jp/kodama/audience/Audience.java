package jp.kodama.audience;

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

	private final JdbcClient jdbc;

	Audience(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The recipients of an alert on one channel. An alert for named districts reaches
	 * those who live there and those of whom no district is known: in doubt, warn.
	 * @param samples whether the made-up residents count
	 */
	public List<Recipient> of(Alert alert, String channel, boolean samples) {
		Set<String> districts = alert.main()
			.areas()
			.stream()
			.flatMap((area) -> area.geocodes().stream())
			.filter((code) -> code.valueName().equals(Area.Geocode.DISTRICT))
			.map(Area.Geocode::value)
			.collect(Collectors.toSet());
		return this.jdbc.sql("SELECT * FROM recipient WHERE channel = ? ORDER BY id")
			.param(channel)
			.query((row, number) -> new Recipient(row.getLong("id"), row.getString("channel"), row.getString("address"),
					row.getString("language"), row.getString("district"), row.getInt("sample") == 1))
			.list()
			.stream()
			.filter((one) -> samples || !one.sample())
			.filter((one) -> districts.isEmpty() || one.district().isEmpty() || districts.contains(one.district()))
			.toList();
	}

}
