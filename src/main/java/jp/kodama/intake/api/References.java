package jp.kodama.intake.api;

import java.util.List;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Key;

import org.springframework.stereotype.Component;

/** Reads {@code references}: CAP's triples, or the identifiers of alerts kept here. */
@Component
class References {

	private final AlertJournal journal;

	References(AlertJournal journal) {
		this.journal = journal;
	}

	List<Key> read(List<String> references) {
		return references.stream().map(this::read).toList();
	}

	private Key read(String reference) {
		if (reference.contains(",")) {
			return Key.parse(reference);
		}
		return this.journal.find(reference)
			.map((entry) -> entry.alert().key())
			.orElseThrow(() -> new InvalidAlert("references", "元の発報がありません: " + reference, "unknown: " + reference));
	}

}
