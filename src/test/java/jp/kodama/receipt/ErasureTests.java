package jp.kodama.receipt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import jp.kodama.audience.Recipient;
import jp.kodama.audience.ResidentErased;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.Report;
import jp.kodama.delivery.TargetErasure;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** Somebody is forgotten; the evidence still proves that nothing was changed. */
class ErasureTests {

	private static final Delivery DELIVERY = new Delivery("a.email.0", "a", "email", "0", false, 1);

	@TempDir
	Path folder;

	private JdbcClient jdbc;

	private AuditTrail trail;

	private Receipts receipts;

	private Erasure erasure;

	@BeforeEach
	void twoWereWarned() {
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + this.folder.resolve("kodama.db"));
		Flyway.configure().dataSource(source).load().migrate();
		this.jdbc = JdbcClient.create(source);
		this.trail = new AuditTrail(this.jdbc);
		this.receipts = new Receipts(this.jdbc, new JdbcTemplate(source), this.trail);
		this.erasure = new Erasure(this.jdbc, this.trail, mock(TargetErasure.class));
		this.receipts.write(new EvidenceReported(DELIVERY, "DONE", "", List
			.of(report(7, "hanako@example.jp", "250 ok <hanako@example.jp>"), report(8, "taro@example.jp", "250 ok")),
				Instant.EPOCH));
	}

	@Test
	void whoIsErasedIsInNoReceiptAndTheChainIsWhole() {
		assertThat(this.trail.verify()).isEmpty();
		this.erasure.erase(new ResidentErased("N-1", List.of(7L), "officer", "asked for it", Instant.EPOCH));
		assertThat(rows()).noneMatch((row) -> row.contains("hanako")).anyMatch((row) -> row.contains("taro"));
		assertThat(this.trail.verify()).isEmpty();
		assertThat(this.trail.latest(1).get(0).event().subject()).isEqualTo("N-1");
	}

	@Test
	void afterSomeYearsItIsStillKnownWhatWasSentButNotWhereTo() {
		Instant later = Instant.EPOCH.plus(Duration.ofDays(2000));
		this.receipts.write(new EvidenceReported(new Delivery("b.email.0", "b", "email", "0", false, 1), "DONE", "",
				List.of(report(7, "hanako@example.jp", "")), later));
		EvidenceRetention retention = new EvidenceRetention(this.jdbc, this.trail, mock(TargetErasure.class),
				TransactionOperations.withoutTransaction(), Clock.fixed(later, ZoneId.of("Asia/Tokyo")),
				Duration.ofDays(1826));
		retention.expire();
		retention.expire();
		assertThat(rows()).containsExactly(" ", " ", "hanako@example.jp ");
		assertThat(this.trail.verify()).isEmpty();
		assertThat(this.trail.latest(10)).filteredOn((one) -> one.event().action().equals("receipts.EXPIRED")).hasSize(1);
		this.jdbc.sql("UPDATE receipt SET address = '', salt = '' WHERE delivery = 'b.email.0'").update();
		assertThat(this.trail.verify()).hasSize(1);
	}

	@Test
	void anAddressBlankedByHandIsNoErasure() {
		this.jdbc.sql("UPDATE receipt SET address = '', detail = '', salt = '' WHERE recipient = 7").update();
		assertThat(this.trail.verify())
			.containsExactly("receipts of row 1 were blanked without a record of it (recipient 7)");
	}

	@Test
	void anAddressOrAnAnswerThatWasChangedIsStillNamed() {
		for (String change : List.of("address = 'x@example.jp'", "detail = '550 no'", "evidence = 'DELIVERED'",
				"seal = 'f'", "salt = 'f'")) {
			this.jdbc.sql("UPDATE receipt SET " + change + " WHERE recipient = 8").update();
			assertThat(this.trail.verify()).as(change).containsExactly("receipts of row 1 were changed (a.email.0)");
			this.jdbc.sql("DELETE FROM receipt").update();
			this.jdbc.sql("DELETE FROM audit").update();
			this.jdbc.sql("UPDATE audit_head SET number = 0, hash = ?").param(AuditEntry.ORIGIN).update();
			this.receipts.write(new EvidenceReported(DELIVERY, "DONE", "",
					List.of(report(8, "taro@example.jp", "250 ok")), Instant.EPOCH));
		}
	}

	@Test
	void theSameAddressLooksDifferentInEveryReceipt() {
		assertThat(Seal.of(report(7, "hanako@example.jp", "")).hash())
			.isNotEqualTo(Seal.of(report(7, "hanako@example.jp", "")).hash());
	}

	@Test
	void theAnswersOfAFailedAlertAreGroupedWithoutNames() {
		this.receipts.write(new EvidenceReported(DELIVERY, "FAILED", "550 <hanako@example.jp> and +819012345678",
				List.of(failed(7, "hanako@example.jp"), failed(9, "jiro@example.jp")), Instant.EPOCH));
		FailureCauses.Cause cause = new FailureCauses(this.jdbc).of("a").get(0);
		assertThat(this.trail.latest(1).get(0).event().detail()).endsWith(", 550 <…> and …")
			.doesNotContain("hanako", "+8190");
		assertThat(cause.count()).isEqualTo(2);
		assertThat(cause.words()).isEqualTo("550 5.1.1 <…> unknown");
		assertThat(cause.masked()).containsExactly("ha…@example.jp", "ji…@example.jp");
	}

	private static Report report(long recipient, String address, String detail) {
		return new Report(new Recipient(recipient, "email", address, "ja", "", false), Evidence.ACCEPTED, "<id@x>",
				detail);
	}

	private static Report failed(long recipient, String address) {
		return new Report(new Recipient(recipient, "email", address, "ja", "", false), Evidence.FAILED, "",
				"550 5.1.1 <" + address + "> unknown");
	}

	private List<String> rows() {
		return this.jdbc.sql("SELECT address || ' ' || detail FROM receipt").query(String.class).list();
	}

}
