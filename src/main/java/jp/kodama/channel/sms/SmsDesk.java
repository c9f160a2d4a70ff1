package jp.kodama.channel.sms;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.channel.sms.provider.Crew;
import jp.kodama.channel.sms.provider.Dispatch;
import jp.kodama.channel.sms.provider.Health;
import jp.kodama.delivery.ChannelDesk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The page of texts: the providers, what this month cost, what people answered. */
@Component
class SmsDesk implements ChannelDesk {

	private static final int SHOWN = 200;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d H:mm")
		.withZone(ZoneId.of("Asia/Tokyo"));

	private final Providers providers;

	private final SpendTable spend;

	private final SpendCap cap;

	private final ReplyTable replies;

	private final TransactionOperations transactions;

	private final Clock clock;

	SmsDesk(Providers providers, SpendTable spend, SpendCap cap, ReplyTable replies, TransactionOperations transactions,
			Clock clock) {
		this.providers = providers;
		this.spend = spend;
		this.cap = cap;
		this.replies = replies;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public String channel() {
		return SmsWire.CHANNEL;
	}

	@Override
	public Map<String, Object> state() {
		Map<String, Long> segments = this.spend.segments(this.clock.instant());
		return Map.of("providers", crews().map((crew) -> row(crew, segments)).toList(), "spent",
				this.cap.spent().stripTrailingZeros().toPlainString(), "cap", this.cap.cap().toPlainString(), "capped",
				this.cap.cap().signum() > 0, "replies", this.replies.latest(SHOWN).stream().map(SmsDesk::row).toList());
	}

	private Stream<Crew> crews() {
		return this.providers.running().map(Dispatch::crews).stream().flatMap(List::stream);
	}

	private static Map<String, Object> row(Crew crew, Map<String, Long> segments) {
		Health health = crew.health();
		return Map.of("name", crew.address().name(), "up", health.state() == Health.State.UP, "down",
				health.state() == Health.State.DOWN, "since", TIME.format(health.since()), "segments",
				segments.getOrDefault(crew.address().name(), 0L));
	}

	private static Map<String, Object> row(ReplyTable.Kept kept) {
		return Map.of("id", kept.reply().id(), "at", TIME.format(kept.reply().at()), "from", kept.reply().from(),
				"words", kept.reply().words(), "kind", kept.kind().japanese(), "english", kept.kind().english(), "seen",
				kept.seenBy());
	}

	/** {@code seen}: the number of an answer that the officer has read. */
	@Override
	public void tell(Map<String, String> fields, String officer) {
		String id = fields.getOrDefault("seen", "");
		if (!this.transactions.execute((tx) -> this.replies.seen(id, officer))) {
			throw new IllegalArgumentException("その返信はありません / no such answer");
		}
	}

	@Override
	public List<Trouble> troubles() {
		List<Trouble> troubles = new ArrayList<>();
		crews().filter((crew) -> crew.health().state() != Health.State.UP).forEach((crew) -> {
			String name = crew.address().name();
			boolean down = crew.health().state() == Health.State.DOWN;
			troubles.add(new Trouble("provider/" + name, "SMS事業者「" + name + "」" + (down ? "が使えません" : "は回復を確かめています"),
					"SMS provider " + name + (down ? " is down" : " is coming back"), down));
		});
		this.cap.trouble().ifPresent(troubles::add);
		return troubles;
	}

}
