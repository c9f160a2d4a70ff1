package jp.kodama.intake.contact;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jp.kodama.intake.Letter;
import jp.kodama.intake.Notice;
import jp.kodama.intake.Notice.StoredMessage;
import jp.kodama.intake.Reception;
import jp.kodama.intake.contact.Contact.Change;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.intake.source.Sources;
import jp.kodama.policy.verdict.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Turns the closing of a contact into a notice. One that is found closed at a start, and
 * was open when it was last looked at, waits for an officer: when it closed, nobody
 * knows.
 */
@Component
class Contacts {

	private final Sources sources;

	private final ContactTable table;

	private final Reception reception;

	private final Clock clock;

	private final Map<String, Contact> contacts = new ConcurrentHashMap<>();

	/** Those that have been seen to rest since the start. */
	private final Set<String> watched = ConcurrentHashMap.newKeySet();

	Contacts(Sources sources, ContactTable table, Reception reception, Clock clock) {
		this.sources = sources;
		this.table = table;
		this.reception = reception;
		this.clock = clock;
	}

	/**
	 * Looks at a contact as it stands now.
	 * @return what is to be done about it; null for nothing
	 */
	@Nullable Notice look(String source, boolean closed) {
		SourceSettings settings = this.sources.get(source);
		Instant now = this.clock.instant();
		Change change = contact(source).look(closed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
		return switch (change) {
			case NONE -> {
				if (contact(source).rests(closed)) {
					this.watched.add(source);
				}
				yield null;
			}
			case FIRST -> {
				dealtWith(source, closed);
				yield null;
			}
			case OPENED -> notice(settings, Verdict.RECORD, "接点が開きました / the contact opened", now);
			case CLOSED -> closed(settings, now);
		};
	}

	/** What it led to is on disk. */
	void dealtWith(String source, boolean closed) {
		this.table.keep(source, closed);
		contact(source).settle(closed);
		this.watched.add(source);
	}

	/** How long a contact must stay the same. */
	Duration settles(String source) {
		return this.sources.get(source).duration("settles");
	}

	private Contact contact(String source) {
		return this.contacts.computeIfAbsent(source,
				(id) -> new Contact(settles(id), this.table.closed(id).orElse(null)));
	}

	private Notice closed(SourceSettings settings, Instant now) {
		if (!this.watched.contains(settings.id())) {
			return notice(settings, Verdict.HOLD, "停止中に接点が閉じていました。時刻不明のため担当者が判断 / closed while nobody looked", now);
		}
		return notice(settings, ContactKind.verdict(settings), "接点が閉じました / the contact closed", now);
	}

	private Notice notice(SourceSettings settings, Verdict verdict, String reason, Instant now) {
		Letter letter = this.reception.named(settings.id(), "contact.txt",
				(reason + " " + now).getBytes(StandardCharsets.UTF_8));
		return new Notice(letter, verdict, StoredMessage.of(settings.option("message")), reason);
	}

}
