package jp.kodama.backchannel.aircheck;

import java.util.List;
import java.util.Locale;

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

/** Writes what the air check found: a receipt with score, zone and recording. */
@Component
public class Findings {

	private static final Logger log = LoggerFactory.getLogger(Findings.class);

	private static final String NOT = "聴取できず / not heard: ";

	private final CheckTable table;

	private final BackchannelSettings settings;

	private final Recordings recordings;

	private final DeliveryBoard board;

	private final TransactionOperations transactions;

	private final Aftermath aftermath;

	Findings(CheckTable table, BackchannelSettings settings, Recordings recordings, DeliveryBoard board,
			TransactionOperations transactions, Aftermath aftermath) {
		this.table = table;
		this.settings = settings;
		this.recordings = recordings;
		this.board = board;
		this.transactions = transactions;
		this.aftermath = aftermath;
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

	/**
	 * Writes one down with its receipt and what follows, all or nothing: what fails is
	 * found waiting again, a second later.
	 */
	void write(Check check) {
		this.transactions.executeWithoutResult((tx) -> {
			if (this.table.settle(check)) {
				if (check.state() != Check.State.UNCHECKED) {
					learn(check);
				}
				this.aftermath.of(check.delivery());
			}
		});
	}

	private void learn(Check check) {
		boolean heard = check.state() == Check.State.HEARD;
		Report report = new Report(Recipient.everybody(check.delivery().channel()),
				heard ? Evidence.HEARD : Evidence.FAILED, check.monitor(), words(check));
		this.board.learn(check.delivery(), report, check.state().name(), heard ? "" : NOT + check.detail());
	}

	private String words(Check check) {
		List<String> zones = this.settings.monitor(check.monitor()).zones();
		return String.format(Locale.ROOT, "%s; score %.2f; zone %s; recording sha256 %s",
				(check.state() == Check.State.HEARD) ? "heard: " + check.detail() : NOT + check.detail(), check.score(),
				zones.isEmpty() ? "全域" : String.join("・", zones), check.recording());
	}

}
