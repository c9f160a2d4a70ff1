package jp.kodama.channel.website;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.audience.Municipality;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.cap.AtomFeed;
import jp.kodama.rendering.cap.CapDocuments;
import jp.kodama.rendering.cap.CapFile;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The feed for other systems, straight from the journal. Only what the public may see:
 * nothing that is a rehearsal, and nothing at all while the site itself rehearses. Who
 * asks again with {@code If-None-Match} or {@code If-Modified-Since} is told when nothing
 * changed.
 */
@RestController
class FeedController {

	private static final String CHANNEL = "website";

	/** As many as may have changed since anybody last asked. */
	private static final int RECENT = 100;

	private final AlertJournal journal;

	private final Channels channels;

	private final Clock clock;

	private final Municipality municipality;

	private final CapDocuments documents;

	FeedController(AlertJournal journal, Channels channels, Clock clock, Municipality municipality,
			CapDocuments documents) {
		this.journal = journal;
		this.channels = channels;
		this.clock = clock;
		this.municipality = municipality;
		this.documents = documents;
	}

	/** What is in force, newest first. */
	@GetMapping(path = "/feed/alerts.atom", produces = AtomFeed.MEDIA_TYPE)
	ResponseEntity<byte[]> alerts() {
		Instant now = this.clock.instant();
		List<Alert> alerts = open() ? this.journal.inForce(now).stream().filter((one) -> !one.rehearsalOnly()).toList()
				: List.of();
		Instant updated = open() ? changed(now) : Instant.EPOCH;
		return answer(new AtomFeed("jisx0402:" + this.municipality.jis(), this.municipality.name(), updated, "")
			.write(alerts), AtomFeed.MEDIA_TYPE, updated);
	}

	/**
	 * One alert as CAP 1.2, in force or expired; 410 for one that was replaced or
	 * withdrawn, with a link to what took its place: whoever comes late must not act on
	 * it. 404 for what was never public.
	 */
	@GetMapping(path = "/feed/{name}.cap.xml", produces = CapDocuments.MEDIA_TYPE)
	ResponseEntity<byte[]> alert(@PathVariable String name) {
		return this.journal.find(CapFile.identifier(name))
			.filter((entry) -> open() && published(entry))
			.map((entry) -> overtaken(entry) ? gone(entry.alert())
					: answer(this.documents.write(entry.alert()), CapDocuments.MEDIA_TYPE,
							entry.alert().sent().toInstant()))
			.orElse(ResponseEntity.notFound().build());
	}

	private ResponseEntity<byte[]> gone(Alert alert) {
		HttpHeaders headers = new HttpHeaders();
		this.journal.recent(RECENT)
			.stream()
			.filter((entry) -> published(entry) && entry.alert().references().contains(alert.key()))
			.findFirst()
			.ifPresent((next) -> headers.add(HttpHeaders.LINK,
					"</feed/" + CapFile.name(next.alert().identifier()) + ".cap.xml>; rel=\"successor-version\""));
		return new ResponseEntity<>(headers, HttpStatus.GONE);
	}

	/**
	 * When the feed last changed: something was released or ended, or its time ran out.
	 */
	private Instant changed(Instant now) {
		return this.journal.recent(RECENT)
			.stream()
			.filter(FeedController::published)
			.flatMap((entry) -> Stream.of(entry.since(), entry.alert().expires().toInstant()))
			.filter((time) -> !time.isAfter(now))
			.max(Instant::compareTo)
			.orElse(Instant.EPOCH);
	}

	private ResponseEntity<byte[]> answer(byte[] body, String type, Instant modified) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.eTag(DigestUtils.md5DigestAsHex(body))
			.lastModified(modified)
			.body(body);
	}

	private boolean open() {
		return this.channels.has(CHANNEL) && this.channels.get(CHANNEL).live();
	}

	private static boolean published(JournalEntry entry) {
		return entry.approver() != null && entry.state() != State.DISCARDED && !entry.alert().rehearsalOnly();
	}

	private static boolean overtaken(JournalEntry entry) {
		return entry.state() == State.SUPERSEDED || entry.state() == State.CANCELLED;
	}

}
