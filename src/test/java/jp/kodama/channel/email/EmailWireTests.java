package jp.kodama.channel.email;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** How mails leave, and what the mail server's answers lead to. */
class EmailWireTests {

	private static final String[] THREE = { "a@anamizu.test", "b@anamizu.test", "c@anamizu.test" };

	private final Map<String, String> gone = new HashMap<>();

	private final List<Report> noted = new CopyOnWriteArrayList<>();

	private LiveChannel channel = live("smtp://127.0.0.1:9", "");

	private EmailWire wire = new EmailWire(this.channel.channels(), this::note, this.gone::put);

	@Test
	void aRealServerGetsEveryMailByteForByte() throws Exception {
		GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
		server.start();
		try {
			use(live("smtp://127.0.0.1:" + server.getSmtp().getPort(), ""));
			Parcel.Live parcel = parcel(THREE);
			Outcome outcome = this.wire.send(parcel);
			assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
			assertThat(outcome.reports()).extracting(Report::evidence).containsOnly(Evidence.ACCEPTED);
			assertThat(outcome.reports().get(0).providerId()).isEqualTo("<17461-evacuation.email.0.1@anamizu.test>");
			assertThat(outcome.reports().get(0).detail()).startsWith("250 ");
			assertThat(server.getReceivedMessages()).hasSize(3);
			String got = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
			String sent = new String(parcel.artifacts().get(0).content(), StandardCharsets.ISO_8859_1);
			// The server puts its own trace lines in front, as every server does.
			assertThat(got.strip()).endsWith(sent.strip());
		}
		finally {
			server.stop();
		}
	}

	@Test
	void theKameletPassesALiveParcelOnAndRefusesARehearsal() throws Exception {
		try (ScriptedMailServer server = serving((line) -> null)) {
			Parcel.Live live = parcel(THREE);
			assertThat(this.channel.through("emailWire", this.wire, live)).isInstanceOf(Outcome.HandedOver.class);
			server.heard.clear();
			assertThatExceptionOfType(CamelExecutionException.class)
				.isThrownBy(() -> this.channel.through("emailWire", this.wire, this.channel.rehearsal(live)));
			assertThat(server.heard).isEmpty();
		}
	}

	@Test
	void aServerThatAsksForAPasswordIsSignedInTo() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.setUser("bosai@anamizu.test", "bosai", "right");
		server.start();
		try {
			String address = "smtp://127.0.0.1:" + server.getSmtp().getPort();
			use(live(address, "right", "user", "bosai"));
			assertThat(this.wire.send(parcel(THREE))).isInstanceOf(Outcome.HandedOver.class);
			use(live(address, "wrong", "user", "bosai"));
			assertThat(this.wire.send(parcel(THREE))).isInstanceOf(Outcome.RetryLater.class);
			use(live(address, "", "user", "bosai"));
			assertThat(later(parcel(THREE)).cause()).contains("kodama.channels.email.secret");
			assertThat(server.getReceivedMessages()).hasSize(3);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void oneBadAddressFailsAlone() throws Exception {
		try (ScriptedMailServer server = serving(
				(line) -> line.startsWith("RCPT TO:<b@") ? "550 5.1.1 no such user" : null)) {
			Outcome outcome = this.wire.send(parcel("a@anamizu.test", "b@anamizu.test", "not an address", "c@d.test"));
			assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
			assertThat(outcome.reports()).extracting((report) -> report.recipient().id(), Report::evidence)
				.containsExactly(tuple(1L, Evidence.ACCEPTED), tuple(2L, Evidence.FAILED), tuple(3L, Evidence.FAILED),
						tuple(4L, Evidence.ACCEPTED));
			assertThat(outcome.reports().get(1).detail()).contains("550 5.1.1 no such user");
			assertThat(this.gone).containsExactly(Map.entry("b@anamizu.test", "550 5.1.1 no such user"));
			assertThat(server.connections).hasValue(1);
		}
	}

	@Test
	void whoIsToldToComeBackLaterWaitsWhileTheOthersGetTheirs() throws Exception {
		try (ScriptedMailServer server = serving(
				(line) -> line.startsWith("RCPT TO:<b@") ? "450 4.2.0 greylisted" : null)) {
			Outcome.RetryLater outcome = later(parcel(THREE));
			assertThat(outcome.cause()).contains("450 4.2.0 greylisted");
			assertThat(outcome.reports()).extracting((report) -> report.recipient().id()).containsExactly(1L, 3L);
		}
	}

	@Test
	void aContentThatTheServerRefusesFailsForThatMail() throws Exception {
		int[] mails = { 0 };
		try (ScriptedMailServer server = serving(
				(line) -> (line.equals(".") && ++mails[0] == 2) ? "554 5.7.1 spam" : null)) {
			assertThat(this.wire.send(parcel(THREE)).reports()).extracting(Report::evidence)
				.containsExactly(Evidence.ACCEPTED, Evidence.FAILED, Evidence.ACCEPTED);
		}
	}

	@Test
	void aRefusedSenderIsOurFaultAndNobodyIsGivenUp() throws Exception {
		try (ScriptedMailServer server = serving(
				(line) -> line.startsWith("MAIL") ? "553 5.7.1 sender not owned" : null)) {
			Outcome.RetryLater outcome = later(parcel(THREE));
			assertThat(outcome.cause()).contains("553 5.7.1 sender not owned");
			assertThat(outcome.reports()).isEmpty();
			assertThat(server.heard).filteredOn((line) -> line.startsWith("MAIL")).hasSize(1);
		}
	}

	@Test
	void connectionsAreKeptAndARestartedServerIsFoundAgain() throws Exception {
		try (ScriptedMailServer server = serving((line) -> null)) {
			this.wire.send(parcel(THREE));
			this.wire.send(parcel(THREE));
			assertThat(server.connections).hasValue(1);
			server.hangUpOnAll();
			assertThat(this.wire.send(parcel(THREE))).isInstanceOf(Outcome.HandedOver.class);
			assertThat(server.connections).hasValue(2);
		}
	}

	@Test
	void aConnectionThatBreaksBeforeTheMailLeftIsMadeAnewOnce() throws Exception {
		int[] mails = { 0 };
		try (ScriptedMailServer server = serving((line) -> {
			boolean second = line.startsWith("MAIL") && ++mails[0] == 2;
			return second ? ScriptedMailServer.HANG_UP : null;
		})) {
			assertThat(this.wire.send(parcel(THREE)).reports()).extracting(Report::evidence)
				.containsExactly(Evidence.ACCEPTED, Evidence.ACCEPTED, Evidence.ACCEPTED);
			assertThat(server.connections).hasValue(2);
		}
	}

	@Test
	void aConnectionThatBreaksAfterTheMailLeftIsNotRepeatedAtOnce() throws Exception {
		int[] mails = { 0 };
		try (ScriptedMailServer server = serving(
				(line) -> (line.equals(".") && ++mails[0] == 2) ? ScriptedMailServer.HANG_UP : null)) {
			Outcome.RetryLater outcome = later(parcel(THREE));
			assertThat(outcome.reports()).extracting((report) -> report.recipient().id()).containsExactly(1L);
			assertThat(server.heard).filteredOn((line) -> line.equals("DATA")).hasSize(2);
		}
	}

	@Test
	void aServerThatAcceptsAndNeverAnswersIsLeftAfterTheTimeout() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			use(live("smtp://127.0.0.1:" + silent.getLocalPort(), "", "timeout", "200ms"));
			assertThat(later(parcel(THREE)).reports()).isEmpty();
		}
	}

	@Test
	void aServerThatIsDownMeansLater() {
		assertThat(later(parcel(THREE)).cause()).contains("127.0.0.1");
	}

	@Test
	void requiredEncryptionThatIsNotOfferedMeansNoMail() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer((line) -> null)) {
			use(live(server.address(), "", "starttls", "required"));
			assertThat(later(parcel(THREE)).cause()).contains("STARTTLS");
			assertThat(server.heard).noneMatch((line) -> line.startsWith("MAIL"));
		}
	}

	@Test
	void aSettingThatCannotBeReadIsNamedAndNothingIsLost() {
		use(live("mail.anamizu.test", ""));
		assertThat(later(parcel(THREE)).cause()).contains("smtp://host:port", "mail.anamizu.test");
		use(live("smtp://127.0.0.1:9", "", "starttls", "requird"));
		assertThat(later(parcel(THREE)).cause()).contains("limits.starttls", "requird");
	}

	@Test
	void nothingLeavesFromTheExampleAddress() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer((line) -> null)) {
			use(live(server.address(), "", "from", "bosai@example.jp"));
			assertThat(later(parcel(THREE)).cause()).contains("limits.from");
			assertThat(server.connections).hasValue(0);
		}
	}

	@Test
	void aLineThatBeginsWithADotArrivesAsItWasWritten() throws Exception {
		GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
		server.start();
		try {
			use(live("smtp://127.0.0.1:" + server.getSmtp().getPort(), ""));
			String mail = "Message-ID: <dots@anamizu.test>\r\nSubject: dots\r\n\r\n.\r\n..\r\nend\r\n.x";
			Parcel.Live parcel = parcel("a@anamizu.test");
			this.wire
				.send(new Parcel.Live(parcel.delivery(), parcel.alert(), List.of(new Artifact("1.eml", "message/rfc822",
						"en", mail.getBytes(StandardCharsets.US_ASCII), parcel.artifacts().get(0).to()))));
			assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).isEqualTo(".\r\n..\r\nend\r\n.x");
		}
		finally {
			server.stop();
		}
	}

	private ScriptedMailServer serving(Function<String, String> script) throws Exception {
		ScriptedMailServer server = new ScriptedMailServer(script);
		use(live(server.address(), ""));
		return server;
	}

	private void use(LiveChannel live) {
		this.channel = live;
		this.wire = new EmailWire(live.channels(), this::note, this.gone::put);
	}

	private static LiveChannel live(String address, String secret, String... limit) {
		Map<String, String> limits = new HashMap<>(Map.of("from", "bosai@anamizu.test", "timeout", "5s"));
		if (limit.length > 0) {
			limits.put(limit[0], limit[1]);
		}
		return LiveChannel.of("email", address, secret, limits);
	}

	private boolean note(Delivery delivery, List<Report> reports) {
		this.noted.addAll(reports);
		return true;
	}

	private Parcel.Live parcel(String... addresses) {
		return this.channel.parcel(new EmailComposer(new Templates(), TestTokens.TOKENS), SampleAlerts.evacuation(),
				this.channel.recipients(addresses));
	}

	private Outcome.RetryLater later(Parcel.Live parcel) {
		Outcome outcome = this.wire.send(parcel);
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		return (Outcome.RetryLater) outcome;
	}

}
