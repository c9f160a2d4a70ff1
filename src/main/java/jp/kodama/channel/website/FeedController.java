package jp.kodama.channel.website;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.audience.Municipality;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.cap.AtomFeed;
import jp.kodama.rendering.cap.CapFile;
import jp.kodama.rendering.cap.CapXml;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The feed for other systems, straight from the journal. Only what the public may see:
 * nothing that is a rehearsal, and nothing at all while the site itself rehearses.
 */
@RestController
class FeedController {

	private static final String CHANNEL = "website";

	private final AlertJournal journal;

	private final Channels channels;

	private final Clock clock;

	private final Municipality municipality;

	FeedController(AlertJournal journal, Channels channels, Clock clock, Municipality municipality) {
		this.journal = journal;
		this.channels = channels;
		this.clock = clock;
		this.municipality = municipality;
	}

	/** What is in force, newest first. */
	@GetMapping(path = "/feed/alerts.atom", produces = AtomFeed.MEDIA_TYPE)
	byte[] alerts() {
		Instant now = this.clock.instant();
		List<Alert> alerts = open() ? this.journal.inForce(now).stream().filter((one) -> !one.rehearsalOnly()).toList()
				: List.of();
		Instant updated = alerts.stream().map((one) -> one.sent().toInstant()).findFirst().orElse(now);
		return new AtomFeed("jisx0402:" + this.municipality.jis(), this.municipality.name(), updated, "").write(alerts);
	}

	/** One alert as CAP 1.2, in force or not; 404 for what was never public. */
	@GetMapping(path = "/feed/{name}.cap.xml", produces = CapXml.MEDIA_TYPE)
	ResponseEntity<byte[]> alert(@PathVariable String name) {
		return ResponseEntity.of(this.journal.find(CapFile.identifier(name))
			.filter((entry) -> open() && released(entry))
			.map(JournalEntry::alert)
			.filter((alert) -> !alert.rehearsalOnly())
			.map(CapXml::write));
	}

	private boolean open() {
		return this.channels.has(CHANNEL) && this.channels.get(CHANNEL).live();
	}

	private static boolean released(JournalEntry entry) {
		return entry.approver() != null && entry.state() != State.DISCARDED;
	}

}
