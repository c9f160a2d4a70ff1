package jp.kodama.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.intake.IntakeTable.Item;
import jp.kodama.intake.IntakeTable.Made;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The front door for what is no telegram: takes a notice, makes an alert of its prepared
 * message, enters and records it in one commit. What is in force, or waits for an
 * officer, is not made again.
 */
@Component("noticeDesk")
public class NoticeDesk {

	private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);

	/** A receiver says it twice: by satellite and by land. */
	private static final Duration COPY = Duration.ofMinutes(10);

	private final StoredMessages messages;

	private final AlertJournal journal;

	private final IntakeTable table;

	private final IntakeTurn turn;

	private final Reception reception;

	private final Clock clock;

	NoticeDesk(StoredMessages messages, AlertJournal journal, IntakeTable table, IntakeTurn turn, Reception reception,
			Clock clock) {
		this.messages = messages;
		this.journal = journal;
		this.table = table;
		this.turn = turn;
		this.reception = reception;
		this.clock = clock;
	}

	/**
	 * Takes one. One that nothing can be made of is refused, with an error that somebody
	 * must look at; only a store that fails throws.
	 * @return what became of it, on disk
	 */
	public Taken take(Notice notice) {
		Letter letter = notice.letter();
		try {
			Taken taken = this.turn.take(() -> enter(notice));
			this.reception.tell(letter, taken);
			return taken;
		}
		catch (DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("{} from {} cannot be handled", letter.name(), letter.source(), ex);
			return this.reception
				.take(letter.spoiled(new Unreadable("処理に失敗しました。担当者が内容を確認してください（" + ex.getMessage() + "）",
						"could not be handled, look at it: " + ex)));
		}
	}

	private Taken enter(Notice notice) {
		Letter letter = notice.letter();
		String sha256 = Entrance.sha256(letter.bytes());
		Item item = new Item(letter.source(), letter.name(), sha256, sha256, "", false);
		Verdict verdict = notice.verdict();
		Made made = nothing("", "");
		if (this.table.taken(item)) {
			made = nothing("", "重複: 同じ通知を受信済み / received before");
		}
		else if (verdict.alerts()) {
			Alert alert = this.messages.alert(notice);
			Optional<Alert> current = this.journal.byIncident(alert.handling().incident(), alert.rehearsalOnly())
				.map(JournalEntry::alert)
				.filter((one) -> one.msgType() != MsgType.Cancel);
			verdict = current.isPresent() ? Verdict.HOLD : verdict;
			made = made(notice, verdict, alert, current);
		}
		if (made.alert().isEmpty()) {
			verdict = Verdict.RECORD;
		}
		String reason = notice.reason() + (made.why().isEmpty() ? "" : "。 ");
		Decision decision = new Decision(verdict, "", reason, List.of(), List.of(), List.of());
		this.table.insert(item, decision, made, this.clock.instant());
		List<String> alert = made.alert().isEmpty() ? List.of() : List.of(made.alert());
		return new Taken(decision, (verdict == Verdict.AUTO) ? alert : List.of(),
				(verdict == Verdict.AUTO) ? List.of() : alert, made.why().isEmpty() ? List.of() : List.of(made.why()));
	}

	/**
	 * What is in force is not said again: its second copy changes nothing, and of one
	 * that comes later an officer decides whether it is another event.
	 */
	private Made made(Notice notice, Verdict verdict, Alert alert, Optional<Alert> current) {
		String incident = alert.handling().incident();
		String signature = this.messages.signature(notice);
		if (current.filter((one) -> alert.sent().isBefore(one.sent().plus(COPY))).isPresent()) {
			return nothing(incident, "発報中の内容と同じ（" + current.get().identifier() + "） / repeats what is in force");
		}
		if (verdict == Verdict.HOLD && waiting(alert, signature)) {
			return nothing(incident, "同じ内容が承認待ち / the same waits for an officer");
		}
		String source = notice.letter().source();
		if (verdict == Verdict.AUTO) {
			this.journal.enterReleased(alert, source, notice.reason());
		}
		else {
			this.journal.enter(alert, State.PENDING_APPROVAL, source);
		}
		return new Made(alert.identifier(), incident, signature, "");
	}

	private boolean waiting(Alert alert, String signature) {
		return this.table.alerts(alert.handling().incident(), signature)
			.stream()
			.flatMap((one) -> this.journal.find(one).stream())
			.filter((entry) -> entry.state() == State.PENDING_APPROVAL)
			.anyMatch((entry) -> entry.alert().rehearsalOnly() == alert.rehearsalOnly());
	}

	private static Made nothing(String incident, String why) {
		return new Made("", incident, "", why);
	}

}
