package jp.kodama.console;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.Channels;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What channels say is wrong with them, each ringing as {@code channel/<id>/<trouble>}.
 */
@Component
class ChannelTroubles {

	private final Channels channels;

	private final ObjectProvider<ChannelDesk> desks;

	ChannelTroubles(Channels channels, ObjectProvider<ChannelDesk> desks) {
		this.channels = channels;
		this.desks = desks;
	}

	/**
	 * All of them.
	 * @param first tells when a trouble was first met, by its id
	 */
	List<Alarm> now(Function<String, Instant> first) {
		return this.desks.stream()
			.filter((desk) -> this.channels.has(desk.channel()))
			.flatMap((desk) -> desk.troubles().stream().map((one) -> {
				String id = "channel/" + desk.channel() + "/" + one.id();
				return Alarm.ringing(id, first.apply(id), new Alarm.Words(one.japanese(), one.english()),
						"/channels/" + desk.channel(), one.loud());
			}))
			.toList();
	}

}
