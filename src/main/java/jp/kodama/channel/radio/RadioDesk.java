package jp.kodama.channel.radio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.ChannelTold;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The radio's page: who is on the air, what comes again, where batteries run low. */
@Component
class RadioDesk implements ChannelDesk {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d H:mm")
		.withZone(ZoneId.of("Asia/Tokyo"));

	private final Station station;

	private final AirTable table;

	private final AlertJournal journal;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RadioDesk(Station station, AirTable table, AlertJournal journal, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.station = station;
		this.table = table;
		this.journal = journal;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String channel() {
		return SaidAgain.CHANNEL;
	}

	@Override
	public Map<String, Object> state() {
		Map<String, Object> state = new HashMap<>();
		state.put("onAir", this.station.onAir().current().stream().map(this::line).toList());
		state.put("waiting", this.station.onAir().waiting().stream().map(this::line).toList());
		state.put("again", again());
		state.put("zones", this.station.batteries().all().stream().map(RadioDesk::row).toList());
		QuietHours quiet = this.station.zones().quietHours();
		state.put("quiet", quiet.equals(QuietHours.NONE) ? "静穏時間はありません / no quiet hours"
				: "静穏時間 " + quiet.from() + "〜" + quiet.until() + "（警戒レベル4・5とJアラートは放送します） / quiet hours");
		return state;
	}

	private Map<String, Object> line(Alert alert) {
		return Map.of("headline", alert.main().text().headline(), "order", this.station.order().row(alert).japanese());
	}

	private List<Map<String, Object>> again() {
		Instant tomorrow = this.clock.instant().plus(Duration.ofDays(1));
		return this.table.again(tomorrow)
			.stream()
			.flatMap((next) -> this.journal.find(next.alert()).stream().map((entry) -> {
				Alert alert = entry.alert();
				Map<String, Object> row = new HashMap<>(line(alert));
				row.put("at", TIME.format(next.due()));
				row.put("number", next.number());
				row.put("times", this.station.order().row(alert).again().times());
				return row;
			}))
			.toList();
	}

	private static Map<String, Object> row(Batteries.Charge charge) {
		return Map.of("zone", charge.zone(), "on", charge.on(), "left", charge.left(), "known", charge.known(),
				"saving", charge.saving(), "lastAired", charge.last().map(TIME::format).orElse("まだありません"));
	}

	/** {@code zone} and {@code power}: {@code battery} or {@code mains}. */
	@Override
	public void tell(Map<String, String> fields, String officer) {
		Zone zone = this.station.zones().find(fields.getOrDefault("zone", ""));
		String power = fields.getOrDefault("power", "");
		if (zone == null || !List.of("battery", "mains").contains(power)) {
			throw new IllegalArgumentException("区域と電源を選んでください / choose a zone and its power");
		}
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			if (power.equals("battery")) {
				this.table.battery(zone.id(), officer, now);
			}
			else {
				this.table.mains(zone.id());
			}
			this.events.publishEvent(new ChannelTold(channel(), zone.id() + ": " + power, officer, now));
		});
	}

}
