package jp.kodama.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Info;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.Key;
import jp.kodama.audience.Municipality;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Everything that stands against releasing an alert, found before a person decides. */
@Component
public class ReleaseCheck {

	private final List<String> required;

	private final Areas areas;

	private final AlertJournal journal;

	private final CarryCheck carry;

	private final Clock clock;

	ReleaseCheck(Municipality town, AlertJournal journal, CarryCheck carry, Clock clock,
			@Value("${kodama.languages.required:ja}") List<String> required) {
		this.areas = new Areas(town);
		this.journal = journal;
		this.carry = carry;
		this.clock = clock;
		this.required = required;
	}

	/** All problems, refusals first. Composes the alert for every channel. */
	public List<Problem> of(Alert alert) {
		return of(alert, false);
	}

	/**
	 * As {@link #of(Alert)}, but without composing what can be told from less: for
	 * programs that wait for the answer.
	 */
	List<Problem> atOnce(Alert alert) {
		return of(alert, true);
	}

	private List<Problem> of(Alert alert, boolean atOnce) {
		List<Problem> problems = new ArrayList<>(ofItself(alert));
		if (problems.isEmpty()) {
			problems.addAll(this.carry.of(alert, atOnce));
		}
		problems.sort((one, other) -> Boolean.compare(one.warning(), other.warning()));
		return problems;
	}

	private List<Problem> ofItself(Alert alert) {
		List<Problem> problems = new ArrayList<>(languages(alert));
		for (Info info : alert.infos()) {
			problems.addAll(this.areas.problems(info));
			problems.addAll(blanks(info));
			if (!info.expires().toInstant().isAfter(this.clock.instant())) {
				problems.add(Problem.refusal("info[" + info.language() + "].expires", "有効期限が過ぎています", "is in the past"));
			}
		}
		return problems;
	}

	/** Whoever was told of an alert must be told of its end, in the same language. */
	private List<Problem> languages(Alert alert) {
		List<String> needed = new ArrayList<>(this.required);
		List<Problem> problems = new ArrayList<>();
		for (Key reference : alert.references()) {
			Optional<Alert> old = this.journal.find(reference.identifier()).map(JournalEntry::alert);
			if (old.isEmpty()) {
				problems.add(Problem.refusal("references", "元の発報がありません: " + reference, "unknown: " + reference));
			}
			old.ifPresent((one) -> one.infos().stream().map(Language::shortName).forEach(needed::add));
		}
		needed.stream()
			.distinct()
			.filter((language) -> alert.info(language).isEmpty())
			.forEach((language) -> problems.add(Problem.refusal("info[" + language + "]", "必要な言語の本文がありません: " + language,
					"no text in a required language: " + language)));
		return problems;
	}

	private static List<Problem> blanks(Info info) {
		List<Problem> problems = new ArrayList<>();
		String path = "info[" + info.language() + "].";
		blank(path + "headline", info.text().headline(), problems);
		blank(path + "instruction", info.text().instruction(), problems);
		blank(path + "description", info.text().description(), problems);
		return problems;
	}

	private static void blank(String field, String text, List<Problem> problems) {
		if (Message.open(text)) {
			problems.add(Problem.refusal(field, "穴埋めが残っています: " + text, "a blank is left open: " + text));
		}
	}

}
