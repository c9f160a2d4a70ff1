package jp.kodama.receipt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.delivery.Evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why an alert failed to reach some, put together by channel and cause. */
@Component
public class FailureCauses {

	private static final int SHOWN = 20;

	private final JdbcClient jdbc;

	FailureCauses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The causes, the most frequent first. Only those of whom no better is known. */
	public List<Cause> of(String alert) {
		Map<String, Cause> causes = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT r.channel, r.detail, r.address FROM receipt r
				WHERE r.alert = ? AND r.evidence = ? AND NOT EXISTS (SELECT 1 FROM receipt b
					WHERE b.recipient = r.recipient AND b.number > r.number AND b.delivery = r.delivery)
				ORDER BY r.number""")
			.params(alert, Evidence.FAILED.name())
			.query((row, number) -> new Cause(row.getString(1), plain(row.getString(2), row.getString(3)),
					List.of(row.getString(3)), 1))
			.list()
			.forEach((one) -> causes.merge(one.channel + " " + one.words, one, Cause::and));
		return causes.values().stream().sorted((a, b) -> Integer.compare(b.count, a.count)).toList();
	}

	/** The cause without what is personal in it, so that like goes with like. */
	private static String plain(String detail, String address) {
		String words = address.isEmpty() ? detail : detail.replace(address, "…");
		return Nameless.of(words).strip();
	}

	/**
	 * A cause.
	 *
	 * @param channel the channel's id
	 * @param words the provider's code and words
	 * @param addresses of whom, the first few
	 * @param count how many
	 */
	public record Cause(String channel, String words, List<String> addresses, int count) {

		/** Enough of each to know it by. */
		public List<String> masked() {
			return this.addresses.stream().map(ContactChannel::masked).toList();
		}

		Cause and(Cause other) {
			List<String> more = (this.addresses.size() < SHOWN)
					? Stream.concat(this.addresses.stream(), other.addresses.stream()).toList() : this.addresses;
			return new Cause(this.channel, this.words, more, this.count + other.count);
		}

	}

}
