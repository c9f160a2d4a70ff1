package jp.kodama.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.audience.AddressRefused;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import jp.kodama.testing.LiveChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes back after an evacuation order. The delivery reports are, byte for byte,
 * those of a Postfix 3.7 that was refused by the next server.
 */
class BouncesTests {

	private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

	private final List<Object> published = new CopyOnWriteArrayList<>();

	private GreenMailUser user = this.server.setUser("bounces@anamizu.test", "bounces", "right");

	@BeforeEach
	void start() {
		this.server.start();
		this.user = this.server.setUser("bounces@anamizu.test", "bounces", "right");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void aBounceIsEvidenceAndTheAddressIsNotWrittenToAgain() throws Exception {
		arrives("postfix-failed.eml");
		bounces("right").read();
		assertThat(this.published).hasSize(2);
		assertThat(this.published.get(0)).isInstanceOfSatisfying(LateReport.class, (late) -> {
			assertThat(late.providerId()).isEqualTo("<17461-evacuation.email.0.1@anamizu.test>");
			assertThat(late.evidence()).isEqualTo(Evidence.FAILED);
			assertThat(late.detail()).startsWith("5.1.1 550 5.1.1 <nobody@hard.test>");
			assertThat(late.at()).isEqualTo(Instant.parse("2026-11-21T21:37:37Z"));
		});
		assertThat(this.published.get(1)).isInstanceOfSatisfying(AddressRefused.class,
				(gone) -> assertThat(gone.address()).isEqualTo("nobody@hard.test"));
	}

	@Test
	void whatIsStillTriedOrOnlyPassedOnProvesNothing() throws Exception {
		arrives("postfix-delayed.eml");
		arrives("postfix-relayed.eml");
		arrives("out-of-office.eml");
		Bounces bounces = bounces("right");
		bounces.read();
		assertThat(this.published).isEmpty();
		assertThat(bounces.state().counts()).containsOnlyKeys(Notice.Kind.DELAYED, Notice.Kind.RELAYED,
				Notice.Kind.AUTOMATIC);
	}

	@Test
	void whatReachedTheMailboxIsDelivered() throws Exception {
		arrives("delivered.eml");
		bounces("right").read();
		assertThat(this.published).extracting((one) -> ((LateReport) one).evidence())
			.containsExactly(Evidence.DELIVERED);
	}

	@Test
	void whoComplainsGotTheMailAndGetsNoOther() throws Exception {
		arrives("complaint.eml");
		bounces("right").read();
		assertThat(this.published).first()
			.isInstanceOfSatisfying(LateReport.class,
					(late) -> assertThat(late.providerId()).isEqualTo("<17461-evacuation.email.0.4@anamizu.test>"));
		assertThat(this.published).last()
			.isInstanceOfSatisfying(AddressRefused.class,
					(gone) -> assertThat(gone.address()).isEqualTo("hanako@provider.test"));
	}

	@Test
	void aLetterOfAPersonStaysUnreadAndNothingIsReadTwice() throws Exception {
		arrives("person.eml");
		arrives("postfix-failed.eml");
		Bounces bounces = bounces("right");
		bounces.read();
		bounces.read();
		assertThat(this.published).hasSize(2);
		Map<String, Boolean> seen = new HashMap<>();
		for (MimeMessage mail : this.server.getReceivedMessages()) {
			seen.put(mail.getSubject(), mail.isSet(Flags.Flag.SEEN));
		}
		assertThat(seen).containsOnly(Map.entry("Thank you", false),
				Map.entry("Undelivered Mail Returned to Sender", true));
	}

	@Test
	void aMailboxThatCannotBeReadIsNamedAndTriedAgain() throws Exception {
		arrives("postfix-failed.eml");
		Bounces bounces = bounces("wrong");
		bounces.read();
		assertThat(bounces.state().trouble()).isNotEmpty();
		assertThat(this.published).isEmpty();
	}

	@Test
	void withoutAMailboxNothingIsRead() {
		Bounces bounces = new Bounces(LiveChannel.of("email", "smtp://127.0.0.1:9", "", Map.of()).channels(),
				TransactionOperations.withoutTransaction(), this.published::add, Clock.systemUTC());
		bounces.read();
		assertThat(bounces.state().at()).isEqualTo(Instant.EPOCH);
	}

	@ParameterizedTest
	@CsvSource({ "550,RCPT,550 5.1.1 no such user,GONE", "550,RCPT,550 No such user,FINAL",
			"552,RCPT,552 5.2.2 mailbox full,FINAL", "552,RCPT,552 too many recipients,RETRY",
			"450,RCPT,450 4.2.0 greylisted,RETRY", "553,MAIL,553 5.7.1 sender not owned,OURS",
			"550,.,550 5.7.26 not authenticated,OURS", "554,.,554 5.7.1 spam,FINAL",
			"535,AUTH,535 5.7.8 credentials,OURS", "4,bounce,4.2.2 mailbox full,RETRY",
			"5,bounce,5.1.10 null MX,GONE" })
	void anAnswerLeadsWhereTheTableSays(int code, String command, String text, Leads.Lead lead) {
		Leads leads = Leads.read(LiveChannel.of("email", "smtp://127.0.0.1:9", "", Map.of()).settings().folder());
		assertThat(leads.of(new Refusal(code, command, text))).isEqualTo(lead);
	}

	@Test
	void aServerThatReportsIsGivenOurNumber() {
		Mail mail = new Mail(LiveChannel.of("email", "", "", Map.of()).recipients("a+b@anamizu.test").get(0),
				"a+b@anamizu.test", "Message-ID: <17461-x.email.0.1@anamizu.test>\r\n\r\n".getBytes());
		assertThat(new Envelope("bounces@anamizu.test", true, false).mail(mail))
			.isEqualTo("MAIL FROM:<bounces@anamizu.test> RET=HDRS ENVID=17461-x.email.0.1@anamizu.test");
		assertThat(new Envelope("bounces@anamizu.test", true, true).rcpt(mail))
			.isEqualTo("RCPT TO:<a+b@anamizu.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;a+2Bb@anamizu.test");
		assertThat(Envelope.fromXtext("a+2Bb")).isEqualTo("a+b");
	}

	private Bounces bounces(String password) {
		String secret = LiveChannel.of("email", "", password, Map.of()).settings().entry().secret();
		Map<String, String> limits = new HashMap<>(
				Map.of("bounce-mailbox", "imap://127.0.0.1:" + this.server.getImap().getPort() + "/INBOX",
						"bounce-user", "bounces", "bounce-secret", secret));
		return new Bounces(LiveChannel.of("email", "smtp://127.0.0.1:9", "", limits).channels(),
				TransactionOperations.withoutTransaction(), this.published::add, Clock.systemUTC());
	}

	private void arrives(String name) throws Exception {
		try (InputStream bytes = BouncesTests.class.getResourceAsStream(name)) {
			if (bytes == null) {
				throw new IOException(name);
			}
			this.user.deliver(new MimeMessage(null, Objects.requireNonNull(bytes)));
		}
	}

}
