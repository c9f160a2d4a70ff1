package jp.kodama.channel.sms;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

import jp.kodama.delivery.ChannelDesk.Trouble;
import jp.kodama.delivery.Channels;

import org.springframework.stereotype.Component;

/**
 * What a month may cost ({@code limits.spend-month}, 0 for no cap). From four fifths on
 * an alarm is shown; at the cap it sounds, and what is not urgent waits. What is urgent
 * is never held back for money.
 */
@Component
class SpendCap {

	private final SpendTable table;

	private final Channels channels;

	private final Clock clock;

	SpendCap(SpendTable table, Channels channels, Clock clock) {
		this.table = table;
		this.channels = channels;
		this.clock = clock;
	}

	/** Whether what is not urgent must wait. */
	boolean reached() {
		BigDecimal cap = cap();
		return cap.signum() > 0 && spent().compareTo(cap) >= 0;
	}

	Optional<Trouble> trouble() {
		BigDecimal cap = cap();
		BigDecimal spent = (cap.signum() > 0) ? spent() : BigDecimal.ZERO;
		if (cap.signum() == 0 || spent.compareTo(cap.multiply(new BigDecimal("0.8"))) < 0) {
			return Optional.empty();
		}
		String figures = spent.stripTrailingZeros().toPlainString() + " / " + cap.toPlainString();
		return Optional.of((spent.compareTo(cap) >= 0)
				? new Trouble("spend", "SMSの今月の費用が上限に達しました（" + figures + "）。急がないものは止めています",
						"this month's SMS spending reached its cap: what is not urgent waits", true)
				: new Trouble("spend", "SMSの今月の費用が上限の8割を超えました（" + figures + "）",
						"this month's SMS spending passed four fifths of its cap", false));
	}

	BigDecimal spent() {
		return this.table.spent(this.clock.instant());
	}

	BigDecimal cap() {
		return new BigDecimal(this.channels.get(SmsWire.CHANNEL).profile().word("spend-month"));
	}

}
