package jp.kodama.backchannel.aircheck;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.backchannel.transcript.BroadcastHeard;
import jp.kodama.speech.Sound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Looks for what was aired in what the monitors heard: whenever a broadcast ends there,
 * and for the last time when its time is over.
 */
@Component("airCheck")
public class AirCheck {

	private static final Logger log = LoggerFactory.getLogger(AirCheck.class);

	/** A wire may say that it is done when the broadcast is over: look back so far. */
	private static final int BACK_SECONDS = 30;

	/** A tape with less of the time on it did not listen. */
	private static final double LISTENED = 0.6;

	private final BackchannelSettings settings;

	private final CheckTable table;

	private final Airings airings;

	private final Tapes tapes;

	private final Findings findings;

	private final Clock clock;

	/** Where on a tape the search for a delivery's next airing begins. */
	private final Map<String, Long> searched = new HashMap<>();

	AirCheck(BackchannelSettings settings, CheckTable table, Airings airings, Tapes tapes, Findings findings,
			Clock clock) {
		this.settings = settings;
		this.table = table;
		this.airings = airings;
		this.tapes = tapes;
		this.findings = findings;
		this.clock = clock;
	}

	/** A broadcast ended at a monitor: was it one that is waited for there? */
	void heard(BroadcastHeard heard) {
		Broadcast broadcast = heard.broadcast();
		waiting(broadcast.monitor()).forEach((check) -> look(check, false));
	}

	/** Whose time is over is judged. */
	void look() {
		for (Check check : this.table.waiting()) {
			Optional<Aired> aired = this.airings.of(check.delivery());
			if (aired.isEmpty()) {
				this.findings.write(check.with(Check.State.UNCHECKED, 0,
						"再起動のため聴取していません / not listened to: Kodama was started anew", ""));
			}
			else if (over(aired.get(), this.clock.instant())) {
				look(check, true);
			}
		}
	}

	private boolean over(Aired aired, Instant now) {
		long millis = (long) (1000 * aired.seconds()) + this.settings.airCheck().within().toMillis();
		return now.isAfter(aired.airing().at().plusMillis(millis));
	}

	private List<Check> waiting(String monitor) {
		return this.table.waiting().stream().filter((check) -> check.monitor().equals(monitor)).toList();
	}

	private synchronized void look(Check check, boolean last) {
		Optional<Aired> found = this.airings.of(check.delivery());
		if (found.isEmpty()) {
			return;
		}
		Aired aired = found.get();
		Tape tape = this.tapes.of(check.monitor());
		String key = check.delivery().id() + "@" + check.monitor();
		long marked = aired.airing().positions().getOrDefault(check.monitor(), 0L);
		long from = Math.max(this.searched.getOrDefault(key, 0L),
				marked - (long) ((aired.seconds() + BACK_SECONDS) * Sounding.RATE));
		long to = tape.position();
		if (!last && to - from < aired.seconds() * Sounding.RATE) {
			return;
		}
		Sound heard = tape.between(from, to);
		Verdict verdict = Verdict.of(Match.of(aired.spectrum(), new Spectrum(heard)));
		if (verdict.heard()) {
			long begins = Math.max(from, to - heard.samples().length)
					+ (long) (verdict.match().offset() * Sounding.RATE);
			long ends = begins + (long) (aired.seconds() * Sounding.RATE);
			this.searched.put(key, ends);
			finish(check, verdict, tape.between(begins - Sounding.RATE, ends + Sounding.RATE));
		}
		else if (last) {
			this.searched.put(key, to);
			boolean listened = to - marked >= LISTENED * aired.seconds() * Sounding.RATE;
			if (!listened && !occasional(check)) {
				this.findings.write(
						check.with(Check.State.UNCHECKED, 0, "モニターが聴取していませんでした / the monitor was not listening", ""));
			}
			else {
				finish(check, verdict, heard);
			}
		}
	}

	/** Where nothing comes while nobody speaks, nothing is a finding. */
	private boolean occasional(Check check) {
		String kind = this.settings.monitor(check.monitor()).kind();
		return kind.equals("rtp") || kind.equals("folder");
	}

	private void finish(Check check, Verdict verdict, Sound recording) {
		log.info("air check {} at {}: {} {}", check.delivery().id(), check.monitor(),
				verdict.heard() ? "heard" : "not heard", verdict.why());
		Check.State state = verdict.heard() ? Check.State.HEARD : Check.State.NOT_HEARD;
		String sha256 = (recording.samples().length > 0) ? this.findings.keep(recording) : "";
		this.findings.write(check.with(state, verdict.score(), verdict.why(), sha256));
	}

}
