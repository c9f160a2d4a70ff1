package jp.kodama.approval;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Composer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Whether every channel can carry an alert: by composing it. What a channel cannot carry
 * is refused while there is time to mend it; a channel that cannot work at all must not
 * hold the others up, and is a warning.
 */
@Component
class CarryCheck {

	private static final Logger log = LoggerFactory.getLogger(CarryCheck.class);

	private final Channels channels;

	private final Previews previews;

	CarryCheck(Channels channels, Previews previews) {
		this.channels = channels;
		this.previews = previews;
	}

	/**
	 * What stands against it.
	 * @param atOnce for a program that waits: by what can be told without the whole work
	 * of composing, which for speech takes seconds
	 */
	List<Problem> of(Alert alert, boolean atOnce) {
		List<Problem> problems = new ArrayList<>();
		for (ChannelSettings channel : this.channels.all()) {
			try {
				if (atOnce) {
					this.previews.check(alert, channel);
				}
				else {
					log.debug("{}: {} artifacts", channel.id(), this.previews.of(alert, channel).size());
				}
			}
			catch (InvalidAlert ex) {
				problems.add(Problem.of(ex));
			}
			catch (Composer.Unavailable ex) {
				problems.add(Problem.warning("channel[" + channel.id() + "]",
						channel.title() + "は使えません: " + ex.getMessage(), "unavailable: " + ex.getMessage()));
			}
			catch (RuntimeException ex) {
				log.warn("{}: cannot compose {}", channel.id(), alert.identifier(), ex);
				problems.add(Problem.warning("channel[" + channel.id() + "]",
						channel.title() + "は作成に失敗しました: " + ex.getMessage(), "composing failed: " + ex.getMessage()));
			}
		}
		return problems;
	}

}
