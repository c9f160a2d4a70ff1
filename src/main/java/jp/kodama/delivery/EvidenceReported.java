package jp.kodama.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A delivery was tried. Published inside the transaction that settles it.
 *
 * @param delivery which
 * @param state where it stands now: {@code DONE, QUEUED, FAILED, EXPIRED, SUPERSEDED,
 * IN_DOUBT}; {@code SENDING} while the wire is still at work; {@code SHOWN} when a screen
 * confirms, {@code HEARD} or {@code NOT_HEARD} when the air check knows, {@code REPORTED}
 * when a provider said something later
 * @param cause why it is not done; empty if it is
 * @param reports what is now known of recipients
 * @param at when
 */
public record EvidenceReported(Delivery delivery, String state, String cause, List<Report> reports, Instant at) {
}
