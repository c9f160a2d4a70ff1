package jp.kodama.channel.email;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.delivery.ChannelDesk;

import org.springframework.stereotype.Component;

/** The page of mail: the mail servers, and what came back. */
@Component
class EmailDesk implements ChannelDesk {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d H:mm")
		.withZone(ZoneId.of("Asia/Tokyo"));

	private final EmailWire wire;

	private final Bounces bounces;

	EmailDesk(EmailWire wire, Bounces bounces) {
		this.wire = wire;
		this.bounces = bounces;
	}

	@Override
	public String channel() {
		return Bounces.CHANNEL;
	}

	@Override
	public Map<String, Object> state() {
		Map<String, Object> state = new HashMap<>();
		state.put("relays", this.wire.relays().stream().map(EmailDesk::row).toList());
		Bounces.State read = this.bounces.state();
		state.put("trouble", read.trouble());
		state.put("readAt", read.at().equals(Instant.EPOCH) ? "" : TIME.format(read.at()));
		state.put("failed", read.counts().getOrDefault(Notice.Kind.FAILED, 0));
		state.put("delivered", read.counts().getOrDefault(Notice.Kind.DELIVERED, 0));
		state.put("complaints", read.counts().getOrDefault(Notice.Kind.COMPLAINT, 0));
		state.put("letters", read.counts().getOrDefault(Notice.Kind.LETTER, 0));
		return state;
	}

	@Override
	public void tell(Map<String, String> fields, String officer) {
		throw new IllegalArgumentException("この画面に入力はありません / there is nothing to enter here");
	}

	@Override
	public List<Trouble> troubles() {
		List<Trouble> troubles = new ArrayList<>();
		List<Relay> relays = this.wire.relays();
		boolean none = !relays.isEmpty()
				&& relays.stream().allMatch((one) -> one.health().state() == RelayHealth.State.RESTING);
		relays.stream().filter((one) -> one.health().state() == RelayHealth.State.RESTING).forEach((one) -> {
			troubles.add(
					new Trouble("relay/" + one, "メールサーバー「" + one + "」が使えません", "mail server " + one + " is down", none));
		});
		String trouble = this.bounces.state().trouble();
		if (!trouble.isEmpty()) {
			troubles.add(new Trouble("bounces", "不達通知の受信箱が読めません：" + trouble,
					"the bounce mailbox cannot be read: " + trouble, false));
		}
		return troubles;
	}

	private static Map<String, Object> row(Relay relay) {
		RelayHealth.State state = relay.health().state();
		return Map.of("name", relay.toString(), "well", state == RelayHealth.State.WELL, "resting",
				state == RelayHealth.State.RESTING, "open", relay.open());
	}

}
