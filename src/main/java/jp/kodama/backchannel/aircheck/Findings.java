package jp.kodama.backchannel.aircheck;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.recording.Recordings;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Report;
import jp.kodama.speech.Sound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what the air check found: a receipt with score, zone and recording, and what the
 * settings say should follow where a broadcast was not heard.
 */
@Component
public class Findings {

	private static final Logger log = LoggerFactory.getLogger(Findings.class);

	private static final String NOT = "聴取できず / not heard: ";

	private final CheckTable table;

	private final BackchannelSettings settings;

	private final Recordings recordings;

	private final DeliveryBoard board;

	private final TransactionOperations transactions;

	private final Clock clock;

	Findings(CheckTable table, BackchannelSettings settings, Recordings recordings, DeliveryBoard board,
			TransactionOperations transactions, Clock clock) {
		this.table = table;
		this.settings = settings;
		this.recordings = recordings;
		this.board = board;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** The latest checks, newest first. */
	public List<Check> latest(int most) {
		return this.table.latest(most);
	}

	/** Those that an officer must look at. */
	public List<Check> alarming() {
		return this.table.alarming();
	}

	/** An officer took note. */
	public void seen(String delivery, String officer) {
		this.transactions.executeWithoutResult((tx) -> this.table.seen(delivery));
		log.info("{}: {} took note that it was not heard", delivery, officer);
	}

	String keep(Sound recording) {
		return this.recordings.keep(recording);
	}

	/** Writes one down, with its receipt. */
	void write(Check check) {
		this.transactions.executeWithoutResult((tx) -> {
			if (this.table.settle(check) && check.state() != Check.State.UNCHECKED) {
				boolean heard = check.state() == Check.State.HEARD;
				Report report = new Report(Recipient.everybody(check.delivery().channel()),
						heard ? Evidence.HEARD : Evidence.FAILED, check.monitor(), words(check));
				this.board.learn(check.delivery(), report, check.state().name(), heard ? "" : NOT + check.detail());
			}
		});
	}

	private String words(Check check) {
		List<String> zones = this.settings.monitor(check.monitor()).zones();
		return String.format(Locale.ROOT, "%s; score %.2f; zone %s; recording sha256 %s",
				(check.state() == Check.State.HEARD) ? "heard: " + check.detail() : NOT + check.detail(), check.score(),
				zones.isEmpty() ? "全域" : String.join("・", zones), check.recording());
	}

	/** When the last monitor has told: what was not heard is followed by what is set. */
	void follow(Check check, Alert alert) {
		Delivery delivery = check.delivery();
		List<Check> all = this.table.of(delivery.id(), delivery.attempt());
		boolean open = all.stream().anyMatch((one) -> one.state() == Check.State.WAITING);
		boolean lost = all.stream().anyMatch((one) -> one.state() == Check.State.NOT_HEARD);
		if (open || !lost) {
			return;
		}
		String follows = alert.urgent() ? this.settings.airCheck().urgent() : this.settings.airCheck().routine();
		log.warn("放送が聞こえません / not heard: {}; {}", delivery.id(), follows);
		boolean again = delivery.batch().equals(Unheard.BATCH);
		if (!follows.equals("alarm") && !again && alert.expires().toInstant().isAfter(this.clock.instant())) {
			String channel = follows.equals("repeat") ? delivery.channel() : follows;
			this.transactions.executeWithoutResult((tx) -> this.table.follow(delivery, channel));
		}
	}

}
