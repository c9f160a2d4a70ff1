package jp.kodama.channel.signage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jp.kodama.audience.Recipient;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.Report;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The screens that gave their name. What they show is public, so any may register; the
 * token only proves that an acknowledgement comes from the screen that registered.
 */
@Component
class Devices {

	private static final String CHANNEL = "signage";

	private final ScreenTable table;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final int most;

	private final SecureRandom random = new SecureRandom();

	Devices(ScreenTable table, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock,
			@Value("${kodama.signage.devices:10000}") int most) {
		this.table = table;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
		this.most = most;
	}

	/** Registers a screen; empty if there are too many. */
	Optional<Registered> register(String name, String place) {
		byte[] secret = new byte[24];
		this.random.nextBytes(secret);
		Registered device = new Registered(UUID.randomUUID().toString(),
				Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
		return this.transactions.execute((tx) -> {
			if (this.table.devices() >= this.most) {
				return Optional.empty();
			}
			this.table.register(device.id(), name, place, hash(device.token()), this.clock.instant());
			return Optional.of(device);
		});
	}

	/** Whether the token is the one that this screen was given. */
	boolean known(String id, String token) {
		byte[] given = hash(token).getBytes(StandardCharsets.UTF_8);
		return this.table.tokenHash(id)
			.map((hash) -> MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), given))
			.orElse(false);
	}

	/**
	 * A screen shows a slide. The first time that is evidence, written in the same
	 * commit; a rehearsal never is.
	 */
	void shows(String id, World world, String tag, Slide slide) {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			boolean news = this.table.acknowledge(id, world, tag, slide.delivery(), now);
			if (news && world == World.LIVE) {
				this.events.publishEvent(evidence(id, slide, now));
			}
		});
	}

	/**
	 * The screen itself said so: more than that our bytes left, less than that someone
	 * read.
	 */
	private EvidenceReported evidence(String id, Slide slide, Instant now) {
		Delivery delivery = new Delivery(slide.delivery(), slide.alert(), CHANNEL, "0", false, 1);
		Report report = new Report(Recipient.everybody(CHANNEL), Evidence.DELIVERED, id, this.table.name(id));
		return new EvidenceReported(delivery, "SHOWN", "", List.of(report), now);
	}

	private static String hash(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/**
	 * What a screen gets when it registers.
	 *
	 * @param id its number
	 * @param token shown once; only its hash is kept
	 */
	record Registered(String id, String token) {
	}

}
