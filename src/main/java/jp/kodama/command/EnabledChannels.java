package jp.kodama.command;

import java.nio.file.Path;
import java.util.List;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.policy.verdict.Verdict;

/** Which channels a verdict reaches. */
final class EnabledChannels {

	private final List<ChannelSettings> channels;

	private EnabledChannels(List<ChannelSettings> channels) {
		this.channels = channels;
	}

	static EnabledChannels load(Path root) {
		return new EnabledChannels(List.copyOf(Channels.load(root).all()));
	}

	/** All that are enabled; held telegrams go out as text only, the others nowhere. */
	List<String> of(Verdict verdict) {
		return this.channels.stream()
			.filter((channel) -> verdict.alerts())
			.filter((channel) -> verdict == Verdict.AUTO || !channel.voice())
			.map(ChannelSettings::id)
			.toList();
	}

}
