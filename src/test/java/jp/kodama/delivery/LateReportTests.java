package jp.kodama.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import jp.kodama.audience.Recipient;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.receipt.Receipts;
import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Providers say what became of a message late, early, twice, out of order, or not at all.
 * Every word is kept, and what is shown is the same in the end.
 */
@KodamaTest
class LateReportTests {

	private static final List<Evidence> SAID_LATER = List.of(Evidence.ACCEPTED, Evidence.DELIVERED, Evidence.READ,
			Evidence.FAILED);

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	Settlement settlement;

	@Autowired
	Receipts receipts;

	@Autowired
	AuditTrail trail;

	private final String alert = "17461-late-" + UUID.randomUUID();

	static LongStream seeds() {
		return new Random().longs(12);
	}

	@Test
	void aReportThatOvertakesOurOwnNoteOfSendingIsKeptAndJoined() {
		Delivery delivery = queued("0", 1);
		say("SM-1", Evidence.DELIVERED);
		assertThat(shown(delivery, 1)).isEqualTo(Evidence.QUEUED);
		assertThat(this.receipts.of(this.alert)).isEmpty();
		sent(delivery, report(1, "SM-1"));
		assertThat(shown(delivery, 1)).isEqualTo(Evidence.DELIVERED);
		assertThat(this.receipts.of(this.alert)).extracting(Receipts.Receipt::evidence)
			.containsExactly(Evidence.ACCEPTED, Evidence.DELIVERED);
		assertThat(this.trail.verify()).isEmpty();
	}

	@Test
	void aBounceAfterADeliveryIsKeptAndTakesNothingBack() {
		Delivery delivery = queued("0", 1);
		sent(delivery, report(1, "SM-1"));
		say("SM-1", Evidence.DELIVERED);
		say("SM-1", Evidence.FAILED);
		say("SM-1", Evidence.DELIVERED);
		assertThat(shown(delivery, 1)).isEqualTo(Evidence.DELIVERED);
		assertThat(this.receipts.of(this.alert)).extracting(Receipts.Receipt::evidence)
			.containsExactly(Evidence.ACCEPTED, Evidence.DELIVERED, Evidence.FAILED, Evidence.DELIVERED);
		assertThat(this.trail.verify()).isEmpty();
	}

	@Test
	void whoShareANumberShareWhatIsSaidOfIt() {
		Delivery delivery = queued("0", 2);
		sent(delivery, report(1, "SM-1"), report(2, "SM-1"));
		say("SM-1", Evidence.DELIVERED);
		assertThat(shown(delivery, 1)).isEqualTo(Evidence.DELIVERED);
		assertThat(shown(delivery, 2)).isEqualTo(Evidence.DELIVERED);
	}

	@Test
	void anEarlyReportThatIsChangedInTheStoreIsNamed() {
		say("SM-nobody", Evidence.DELIVERED);
		change("FAILED");
		try {
			assertThat(this.trail.verify()).anyMatch(
					(fault) -> fault.contains("early report") && fault.contains("test/" + this.alert + "SM-nobody"));
		}
		finally {
			change("DELIVERED");
		}
		assertThat(this.trail.verify()).isEmpty();
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void anyOrderWithRepeatsAndGapsEndsInTheSame(long seed) {
		Random random = new Random(seed);
		List<Evidence> said = new ArrayList<>();
		for (int i = random.nextInt(5); i >= 0; i--) {
			said.add(SAID_LATER.get(random.nextInt(SAID_LATER.size())));
		}
		Evidence end = said.stream().reduce(Evidence.ACCEPTED, EvidenceLadder::shown);
		for (int batch = 0; batch < 4; batch++) {
			Collections.shuffle(said, random);
			Delivery delivery = queued("" + batch, 1);
			int when = random.nextInt(said.size() + 1);
			play(delivery, "SM-" + batch, said, when);
			assertThat(shown(delivery, 1)).as("%s, sent at %d", said, when).isEqualTo(end);
			assertThat(this.receipts.of(this.alert)).filteredOn((one) -> one.delivery().equals(delivery.id()))
				.hasSize(said.size() + 1);
		}
		assertThat(this.trail.verify()).isEmpty();
	}

	private void play(Delivery delivery, String message, List<Evidence> said, int when) {
		Evidence before = Evidence.QUEUED;
		for (int i = 0; i <= said.size(); i++) {
			if (i == when) {
				sent(delivery, report(1, message));
			}
			if (i < said.size()) {
				say(message, said.get(i));
			}
			Evidence now = shown(delivery, 1);
			assertThat(EvidenceLadder.shown(before, now)).as("never down").isEqualTo(now);
			before = now;
		}
	}

	private Delivery queued(String batch, int recipients) {
		Delivery delivery = new Delivery(Delivery.id(this.alert, "test", batch), this.alert, "test", batch, false, 1);
		this.transactions.executeWithoutResult((tx) -> {
			this.jdbc
				.sql("INSERT INTO delivery (id, alert, channel, batch, rehearsal, lane, state, attempt, due_at, "
						+ "announce_at, owner, created, updated, cause) "
						+ "VALUES (?, ?, 'test', ?, 0, 'urgent', 'SENDING', 1, 0, 9000000000000, 'nobody', 0, 0, '')")
				.params(delivery.id(), this.alert, batch)
				.update();
			for (int i = 1; i <= recipients; i++) {
				this.jdbc
					.sql("INSERT INTO delivery_target (delivery, recipient, address, language, district, sample, "
							+ "evidence) VALUES (?, ?, ?, 'ja', '', 0, 'QUEUED')")
					.params(delivery.id(), i, "address " + i)
					.update();
			}
		});
		return delivery;
	}

	private Report report(long recipient, String message) {
		return new Report(new Recipient(recipient, "test", "address " + recipient, "ja", "", false), Evidence.ACCEPTED,
				this.alert + message, "queued");
	}

	private void sent(Delivery delivery, Report... reports) {
		this.settlement.settle(delivery, new Outcome.HandedOver(List.of(reports)), null);
	}

	private void say(String message, Evidence evidence) {
		this.transactions.executeWithoutResult((tx) -> this.events
			.publishEvent(new LateReport("test", this.alert + message, evidence, "said", Instant.EPOCH)));
	}

	private void change(String evidence) {
		this.transactions
			.executeWithoutResult((tx) -> this.jdbc.sql("UPDATE early_report SET evidence = ? WHERE provider_id = ?")
				.params(evidence, this.alert + "SM-nobody")
				.update());
	}

	private Evidence shown(Delivery delivery, long recipient) {
		return Evidence
			.valueOf(this.jdbc.sql("SELECT evidence FROM delivery_target WHERE delivery = ? AND recipient = ?")
				.params(delivery.id(), recipient)
				.query(String.class)
				.single());
	}

}
