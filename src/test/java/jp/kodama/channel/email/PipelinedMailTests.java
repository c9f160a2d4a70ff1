package jp.kodama.channel.email;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Mail servers that take groups of commands (RFC 2920): every answer belongs to the mail
 * it was asked for, and what breaks leaves in doubt only what had left.
 */
class PipelinedMailTests {

	private static final String[] THREE = { "a@anamizu.test", "b@anamizu.test", "c@anamizu.test" };

	private final List<Report> noted = new CopyOnWriteArrayList<>();

	private final AtomicBoolean wanted = new AtomicBoolean(true);

	private Function<String, String> script = (line) -> null;

	private final ScriptedMailServer server;

	private final LiveChannel channel;

	private final EmailWire wire;

	PipelinedMailTests() throws IOException {
		this.server = new ScriptedMailServer((line) -> line.startsWith("EHLO")
				? "250-here\r\n250-PIPELINING\r\n250 8BITMIME" : this.script.apply(line));
		this.channel = LiveChannel.of("email", this.server.address(), "",
				Map.of("from", "bosai@anamizu.test", "timeout", "5s", "connections", "4"));
		this.wire = new EmailWire(this.channel.channels(), (delivery, reports) -> {
			this.noted.addAll(reports);
			return this.wanted.get();
		}, (address, words) -> {
		});
	}

	@AfterEach
	void hangUp() throws IOException {
		this.wire.close();
		this.server.close();
	}

	@Test
	void theNextMailIsAnnouncedTogetherWithTheEndOfOne() {
		serving((line) -> null);
		assertThat(this.wire.send(parcel(THREE)).reports()).extracting(Report::providerId, Report::evidence)
			.containsExactly(tuple("<17461-evacuation.email.0.1@anamizu.test>", Evidence.ACCEPTED),
					tuple("<17461-evacuation.email.0.2@anamizu.test>", Evidence.ACCEPTED),
					tuple("<17461-evacuation.email.0.3@anamizu.test>", Evidence.ACCEPTED));
		assertThat(this.server.heard.stream().skip(1).limit(12)).extracting((line) -> line.replaceFirst(" .*", ""))
			.containsExactly("MAIL", "RCPT", "DATA", ".", "MAIL", "RCPT", "DATA", ".", "MAIL", "RCPT", "DATA", ".");
		assertThat(this.server.connections).hasValue(1);
	}

	@Test
	void whoIsRefusedFailsAloneThoughTheServerStillWaitsForTheMail() {
		// RFC 2920 §3.1: RCPT is refused, and DATA answered with 354 all the same.
		serving((line) -> line.startsWith("RCPT TO:<b@") ? "550 5.1.1 no such user" : null);
		Outcome outcome = this.wire.send(parcel(THREE));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).extracting((one) -> one.recipient().id(), Report::evidence, Report::detail)
			.containsExactly(tuple(1L, Evidence.ACCEPTED, "250 2.0.0 ok"),
					tuple(2L, Evidence.FAILED, "550 5.1.1 no such user"), tuple(3L, Evidence.ACCEPTED, "250 2.0.0 ok"));
		assertThat(this.server.connections).hasValue(1);
	}

	@Test
	void whoIsToldToComeBackLaterWaitsWhileTheOthersGetTheirs() {
		AtomicBoolean refused = new AtomicBoolean();
		serving((line) -> {
			if (line.startsWith("RCPT TO:<b@")) {
				refused.set(true);
				return "450 4.2.0 greylisted";
			}
			return (line.equals("DATA") && refused.getAndSet(false)) ? "503 5.5.1 no valid recipients" : null;
		});
		Outcome outcome = this.wire.send(parcel(THREE));
		assertThat(outcome).isInstanceOfSatisfying(Outcome.RetryLater.class,
				(later) -> assertThat(later.cause()).isEqualTo("450 4.2.0 greylisted"));
		assertThat(outcome.reports()).extracting((one) -> one.recipient().id()).containsExactly(1L, 3L);
	}

	@Test
	void aContentThatTheServerRefusesFailsForThatMail() {
		AtomicInteger ends = new AtomicInteger();
		serving((line) -> (line.equals(".") && ends.incrementAndGet() == 2) ? "554 5.7.1 spam" : null);
		assertThat(this.wire.send(parcel(THREE)).reports()).extracting(Report::evidence)
			.containsExactly(Evidence.ACCEPTED, Evidence.FAILED, Evidence.ACCEPTED);
	}

	@Test
	void aConnectionThatBreaksAfterAMailLeftLeavesThatMailInDoubtAndNoOther() {
		AtomicInteger ends = new AtomicInteger();
		serving((line) -> (line.equals(".") && ends.incrementAndGet() == 2) ? ScriptedMailServer.HANG_UP : null);
		Outcome outcome = this.wire.send(parcel(THREE));
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		assertThat(outcome.reports()).extracting((one) -> one.recipient().id()).containsExactly(1L);
		assertThat(ends).hasValue(2);
	}

	@Test
	void aServerThatHangsUpOnTheMailAnnouncedIsConnectedToAnew() {
		AtomicInteger mails = new AtomicInteger();
		serving((line) -> (line.startsWith("MAIL") && mails.incrementAndGet() == 2) ? "421 4.7.0 enough for now"
				: null);
		Outcome outcome = this.wire.send(parcel(THREE));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).extracting((one) -> one.recipient().id()).containsExactly(1L, 2L, 3L);
		assertThat(this.server.connections).hasValue(2);
	}

	@Test
	void aLargeBatchGoesOverSeveralConnectionsAndEveryMailOnce() {
		serving((line) -> null);
		Outcome outcome = this.wire.send(parcel(residents(400)));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(Stream.concat(this.noted.stream(), outcome.reports().stream()))
			.extracting((one) -> one.recipient().id())
			.doesNotHaveDuplicates()
			.hasSize(400);
		assertThat(this.server.heard).filteredOn((line) -> line.startsWith("RCPT"))
			.doesNotHaveDuplicates()
			.hasSize(400);
		assertThat(this.server.connections.get()).isBetween(2, 4);
	}

	@Test
	void onceTheAlertIsOverTheRestDoesNotLeave() {
		serving((line) -> null);
		this.wanted.set(false);
		Outcome outcome = this.wire.send(parcel(residents(2000)));
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		assertThat(this.noted).isNotEmpty();
		assertThat(this.noted.size() + outcome.reports().size()).isLessThan(2000)
			.isEqualTo((int) this.server.heard.stream().filter((line) -> line.equals(".")).count());
	}

	private void serving(Function<String, String> script) {
		this.script = script;
	}

	private static String[] residents(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "r" + number + "@anamizu.test").toArray(String[]::new);
	}

	private Parcel.Live parcel(String... addresses) {
		return this.channel.parcel(new EmailComposer(new Templates(), TestTokens.TOKENS), SampleAlerts.evacuation(),
				this.channel.recipients(addresses));
	}

}
