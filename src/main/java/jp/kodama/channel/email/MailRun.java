package jp.kodama.channel.email;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Progress;
import jp.kodama.delivery.Report;

/**
 * Sends one batch over as many connections as it is worth, and writes down what is known
 * while the rest is still under way: a crash repeats no more than the last moment.
 */
final class MailRun {

	/** Fewer are not worth one connection more. */
	private static final int MAILS_PER_LINE = 20;

	/** So many are worth a commit. */
	private static final int MAILS_PER_NOTE = 50;

	private static final Duration LOOK = Duration.ofMillis(5);

	/** After so many looks fewer are worth one too. */
	private static final int LOOKS = 40;

	private final SmtpLines lines;

	private final Progress progress;

	private final Executor threads;

	private final Parcel.Live parcel;

	private final MailRound round;

	private final List<Carrier> carriers = new ArrayList<>();

	private int failed;

	MailRun(SmtpLines lines, Progress progress, Executor threads, Parcel.Live parcel) {
		this.lines = lines;
		this.progress = progress;
		this.threads = threads;
		this.parcel = parcel;
		this.round = new MailRound(parcel.artifacts());
	}

	/** Addresses that no mail is to go to any more, and what was said of each. */
	Map<String, String> gone() {
		return this.round.gone();
	}

	/** What became of it, as far as it was not written down before. */
	Outcome send() throws InterruptedException {
		boolean urgent = this.parcel.alert().urgent();
		int worth = Math.max(1, this.parcel.artifacts().size() / MAILS_PER_LINE);
		this.lines.begin(urgent);
		try {
			start(new Carrier(this.lines, this.round, () -> false));
			for (int looks = 0; !this.round.over(LOOK); looks++) {
				man(worth, urgent);
				// A batch for one connection is written down as a whole.
				boolean early = worth > 1 && looks % LOOKS == LOOKS - 1;
				note(this.round.gathered(early ? 1 : MAILS_PER_NOTE));
				this.lines.watch();
			}
			return this.round.outcome();
		}
		finally {
			this.carriers.forEach(Carrier::release);
			this.lines.end(urgent);
		}
	}

	/**
	 * As many connections as it is worth. One that hangs is made up for by another; one
	 * that failed is not, or a dead server would be asked without end.
	 */
	private void man(int worth, boolean urgent) {
		this.carriers.removeIf((one) -> {
			boolean gone = one.back() || this.lines.hangs(one);
			if (gone) {
				one.release();
				this.failed += one.failed() ? 1 : 0;
			}
			return gone;
		});
		while (this.carriers.size() < worth - this.failed && this.round.more()) {
			if (this.carriers.isEmpty()) {
				start(new Carrier(this.lines, this.round, () -> false));
			}
			else if (this.lines.more(urgent)) {
				start(new Carrier(this.lines, this.round, () -> this.lines.crowded(urgent)).holding(this.lines::less));
			}
			else {
				return;
			}
		}
	}

	private void note(List<Report> known) {
		if (!known.isEmpty() && !this.progress.note(this.parcel.delivery(), known)) {
			this.round.stop("発報は終わりました / the alert is over");
		}
	}

	private void start(Carrier carrier) {
		this.carriers.add(carrier);
		this.round.join();
		this.threads.execute(() -> {
			try {
				carrier.carry();
			}
			finally {
				this.round.leave();
				carrier.done();
			}
		});
	}

}
