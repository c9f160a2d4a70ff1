package jp.kodama.approval;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;

import org.springframework.stereotype.Component;

/**
 * The way of an alert from draft to release. Two people by default: whoever composed an
 * alert cannot approve it, and nobody else can change its words.
 */
@Component
public class Approvals {

	private final AlertJournal journal;

	private final ReleaseCheck check;

	private final Announcement announcement;

	Approvals(AlertJournal journal, ReleaseCheck check, Announcement announcement) {
		this.journal = journal;
		this.check = check;
		this.announcement = announcement;
	}

	/** Keeps a draft. It may be incomplete in all that {@link ReleaseCheck} looks at. */
	public JournalEntry draft(Alert alert, String by) {
		return this.journal.enter(alert, State.DRAFT, by);
	}

	/** Replaces the words of a draft: only for its composer. */
	public JournalEntry rewrite(Alert alert, String by) {
		composed(alert.identifier(), by);
		return this.journal.rewrite(alert, by);
	}

	/**
	 * Hands a draft to the second person.
	 * @throws Refused with all that must be mended first
	 */
	public JournalEntry submit(String identifier, String by) {
		mended(this.check.of(composed(identifier, by).alert()));
		return this.journal.move(identifier, State.PENDING_APPROVAL, by, "");
	}

	/**
	 * Releases what another composed: on disk when this returns, and on its way.
	 * @throws Refused if the composer approves, or something must be mended first
	 */
	public JournalEntry approve(String identifier, String by) {
		JournalEntry entry = find(identifier);
		if (entry.composer().equals(by)) {
			throw new Refused(Problem.refusal("approver", "起案者本人は承認できません。ほかの人が承認してください",
					"the composer must not approve; somebody else must"));
		}
		if (entry.state() != State.PENDING_APPROVAL) {
			throw new Refused(
					Problem.refusal("state", "承認待ちではありません（" + entry.state() + "）", "is not pending: " + entry.state()));
		}
		mended(this.check.of(entry.alert()));
		JournalEntry released = this.journal.release(identifier, by, "approved");
		this.announcement.released(identifier);
		return released;
	}

	/**
	 * Enters and releases in one step, for programs that were given the right.
	 * @throws Refused with all that must be mended first
	 */
	public JournalEntry release(Alert alert, String by) {
		mended(this.check.atOnce(alert));
		JournalEntry released = this.journal.enterReleased(alert, by, "released by a program");
		this.announcement.released(alert.identifier());
		return released;
	}

	/** Gives a submitted alert back to its composer, with a reason. */
	public JournalEntry sendBack(String identifier, String by, String reason) {
		return this.journal.move(identifier, State.DRAFT, by, reason);
	}

	/** Throws it away before release; the journal keeps it. */
	public JournalEntry discard(String identifier, String by, String reason) {
		return this.journal.move(identifier, State.DISCARDED, by, reason);
	}

	/** One alert. */
	public JournalEntry find(String identifier) {
		return this.journal.find(identifier)
			.orElseThrow(() -> new InvalidAlert("identifier", "その番号の発報はありません: " + identifier,
					"no alert of this identifier: " + identifier));
	}

	private JournalEntry composed(String identifier, String by) {
		JournalEntry entry = find(identifier);
		if (!entry.composer().equals(by)) {
			throw new Refused(
					Problem.refusal("composer", "起案者だけが書き換え・提出できます", "only its composer may change or submit it"));
		}
		return entry;
	}

	private static void mended(List<Problem> problems) {
		if (problems.stream().anyMatch((one) -> !one.warning())) {
			throw new Refused(problems);
		}
	}

}
