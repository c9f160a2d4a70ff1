package jp.kodama.channel.email;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A town with two mail servers: what happens when the first one fails. */
class RelaysTests {

	private final AtomicLong now = new AtomicLong();

	private final RelayHealth health = new RelayHealth(this.now::get);

	@Test
	void oneFailureMeansNothingAndTwoInARowMeanARest() {
		this.health.failed();
		this.health.worked();
		this.health.failed();
		assertThat(this.health.state()).isEqualTo(RelayHealth.State.WELL);
		this.health.failed();
		assertThat(this.health.state()).isEqualTo(RelayHealth.State.RESTING);
		assertThat(this.health.allowed()).isZero();
	}

	@Test
	void itReturnsWithOneConnectionAndThenWithMore() {
		this.health.hangs();
		pass(5);
		assertThat(this.health.allowed()).isEqualTo(1);
		pass(60);
		assertThat(this.health.allowed()).as("nothing was tried yet").isEqualTo(1);
		this.health.worked();
		assertThat(this.health.allowed()).isEqualTo(1);
		pass(10);
		assertThat(this.health.allowed()).isEqualTo(2);
		pass(10);
		assertThat(this.health.allowed()).isEqualTo(4);
		assertThat(this.health.state()).isEqualTo(RelayHealth.State.RETURNING);
		pass(30);
		assertThat(this.health.state()).isEqualTo(RelayHealth.State.WELL);
	}

	@Test
	void whoFailsWhileReturningRestsTwiceAsLong() {
		this.health.hangs();
		pass(5);
		this.health.failed();
		pass(5);
		assertThat(this.health.allowed()).isZero();
		pass(5);
		this.health.worked();
		this.health.failed();
		pass(19);
		assertThat(this.health.allowed()).isZero();
		pass(1);
		assertThat(this.health.allowed()).isEqualTo(1);
	}

	@Test
	void theSecondServerTakesOverFromOneThatIsDown() throws Exception {
		try (ScriptedMailServer second = new ScriptedMailServer((line) -> null)) {
			Known known = send("smtp://127.0.0.1:9 " + second.address(), 3);
			assertThat(known.outcome()).isInstanceOf(Outcome.HandedOver.class);
			assertThat(known.recipients()).containsExactlyInAnyOrder(1L, 2L, 3L);
		}
	}

	@Test
	void theFirstServerGetsAllWhileItWorks() throws Exception {
		try (ScriptedMailServer first = new ScriptedMailServer((line) -> null);
				ScriptedMailServer second = new ScriptedMailServer((line) -> null)) {
			assertThat(send(first.address() + " " + second.address(), 100).recipients()).hasSize(100);
			assertThat(second.connections).hasValue(0);
		}
	}

	@Test
	void theSecondServerTakesOverFromOneThatHangsAndOnlyTheMailInDoubtWaits() throws Exception {
		try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				ScriptedMailServer second = new ScriptedMailServer((line) -> null)) {
			// It says hello, and then nothing.
			Thread greeter = new Thread(() -> ScriptedMailServer.greetOnly(hangs));
			greeter.setDaemon(true);
			greeter.start();
			Known known = send("smtp://127.0.0.1:" + hangs.getLocalPort() + " " + second.address(), 60);
			assertThat(known.outcome()).isInstanceOf(Outcome.HandedOver.class);
			assertThat(known.recipients()).hasSize(60).doesNotHaveDuplicates();
		}
	}

	@Test
	void whenTheFirstServerDiesInTheMiddleOnlyTheMailInDoubtIsLeftForTheNextTry() throws Exception {
		AtomicLong mails = new AtomicLong();
		try (ScriptedMailServer first = new ScriptedMailServer(
				(line) -> (line.equals(".") && mails.incrementAndGet() > 5) ? ScriptedMailServer.HANG_UP : null);
				ScriptedMailServer second = new ScriptedMailServer((line) -> null)) {
			Known known = send(first.address() + " " + second.address(), 15);
			assertThat(known.outcome()).isInstanceOf(Outcome.RetryLater.class);
			assertThat(known.recipients()).doesNotHaveDuplicates().hasSizeBetween(13, 14);
		}
	}

	private Known send(String relays, int residents) {
		LiveChannel channel = LiveChannel.of("email", relays, "",
				Map.of("from", "bosai@anamizu.test", "timeout", "5s", "hanging", "200ms", "connections", "4"));
		List<Report> noted = new CopyOnWriteArrayList<>();
		EmailWire wire = new EmailWire(channel.channels(), (delivery, reports) -> noted.addAll(reports),
				(address, words) -> {
				});
		String[] addresses = IntStream.range(0, residents)
			.mapToObj((number) -> "r" + number + "@anamizu.test")
			.toArray(String[]::new);
		Parcel.Live parcel = channel.parcel(new EmailComposer(new Templates(), TestTokens.TOKENS),
				SampleAlerts.evacuation(), channel.recipients(addresses));
		Outcome outcome = wire.send(parcel);
		wire.close();
		return new Known(outcome,
				Stream.concat(noted.stream(), outcome.reports().stream()).map((one) -> one.recipient().id()).toList());
	}

	private void pass(int seconds) {
		this.now.addAndGet(Duration.ofSeconds(seconds).toNanos());
	}

	private record Known(Outcome outcome, List<Long> recipients) {
	}

}
