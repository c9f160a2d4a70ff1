package jp.kodama.channel.sms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.delivery.Channels;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the texts of each month cost, as reckoned from the configured price of a part.
 * Call writers inside a transaction.
 */
@Component
class SpendTable {

	private static final ZoneId HERE = ZoneId.of("Asia/Tokyo");

	private final JdbcClient jdbc;

	private final Channels channels;

	SpendTable(JdbcClient jdbc, Channels channels) {
		this.jdbc = jdbc;
		this.channels = channels;
	}

	void add(Collection<MessageTable.Row> taken, Instant now) {
		Map<String, Long> segments = new HashMap<>();
		taken.forEach((one) -> segments.merge(one.provider(), (long) one.segments(), Long::sum));
		Map<String, BigDecimal> prices = prices();
		segments.forEach((provider, count) -> this.jdbc
			.sql("INSERT INTO sms_spend (month, provider, segments, micros) VALUES (?, ?, ?, ?) "
					+ "ON CONFLICT (month, provider) DO UPDATE SET segments = sms_spend.segments + excluded.segments, "
					+ "micros = sms_spend.micros + excluded.micros")
			.params(month(now), provider, count,
					prices.getOrDefault(provider, BigDecimal.ZERO)
						.movePointRight(6)
						.multiply(BigDecimal.valueOf(count))
						.longValue())
			.update());
	}

	/** Of this month, in the currency of the prices. */
	BigDecimal spent(Instant now) {
		return BigDecimal
			.valueOf(this.jdbc.sql("SELECT COALESCE(SUM(micros), 0) FROM sms_spend WHERE month = ?")
				.param(month(now))
				.query(Long.class)
				.single())
			.movePointLeft(6);
	}

	/** Parts of this month by provider. */
	Map<String, Long> segments(Instant now) {
		Map<String, Long> segments = new HashMap<>();
		this.jdbc.sql("SELECT provider, segments FROM sms_spend WHERE month = ?").param(month(now)).query((row) -> {
			segments.put(row.getString("provider"), row.getLong("segments"));
		});
		return segments;
	}

	private Map<String, BigDecimal> prices() {
		Map<String, BigDecimal> prices = new HashMap<>();
		ProviderAddress.of(this.channels.get(SmsWire.CHANNEL))
			.forEach((one) -> prices.put(one.name(), new BigDecimal(one.word("price", "0"))));
		return prices;
	}

	private static String month(Instant now) {
		return YearMonth.from(now.atZone(HERE)).toString();
	}

}
