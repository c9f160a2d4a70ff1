package jp.kodama.policy.version;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.policy.town.InvalidPolicy;
import jp.kodama.policy.version.PolicyVersion.State;
import jp.kodama.receipt.AuditEntry;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A policy on its way from one officer to the next, and what it decides from then on. */
@KodamaTest
@TestPropertySource(properties = "kodama.policy-every=600000")
@DirtiesContext
class PolicyVersionsTests {

	private static final String ADVISORY_HELD = "# 漁協と話し合った\nactions: {VTSE41/62: HOLD}\n";

	private static final String ADVISORY_AUTO = "actions: {VTSE41/62: AUTO}\n";

	@Autowired
	PolicyVersions versions;

	@Autowired
	PolicyKeeper keeper;

	@Autowired
	Policy policy;

	@Autowired
	Municipality town;

	@Autowired
	AuditTrail trail;

	@Autowired
	JdbcClient jdbc;

	Path home = Path.of("");

	@BeforeEach
	void home(@Value("${kodama.home}") Path folder) {
		this.home = folder;
	}

	@AfterEach
	void backToTheTables() {
		this.versions.proposed().ifPresent((one) -> this.versions.refuse(one.version(), "deputy", "test"));
		if (!this.policy.town().rules().isEmpty()) {
			this.versions.activate(this.versions.propose("hold: {alarm-after: 60}\n", "test", "officer").version(),
					"deputy");
		}
	}

	@Test
	void whatOneProposesAnotherActivatesAndTheEngineFollowsAtOnce() {
		assertThat(advisory().verdict()).isEqualTo(Verdict.AUTO);
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "漁協の要望", "officer");
		assertThat(advisory().verdict()).isEqualTo(Verdict.AUTO);
		this.versions.activate(proposed.version(), "deputy");
		assertThat(advisory().verdict()).isEqualTo(Verdict.HOLD);
		assertThat(advisory().reason()).contains("第" + proposed.version() + "版", "policy v" + proposed.version());
	}

	@Test
	void whoProposedItCannotActivateIt() {
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "", "deputy");
		refused("must not activate", () -> this.versions.activate(proposed.version(), "deputy"));
		assertThat(advisory().verdict()).isEqualTo(Verdict.AUTO);
		assertThat(this.versions.find(proposed.version())).get()
			.extracting(PolicyVersion::state)
			.isEqualTo(State.PROPOSED);
	}

	@Test
	void whatWasRefusedOrIsActiveIsNotActivatedAgain() {
		PolicyVersion first = this.versions.propose(ADVISORY_HELD, "", "officer");
		refused("another version waits", () -> this.versions.propose("actions: {VXSE53: RECORD}\n", "", "officer"));
		this.versions.refuse(first.version(), "deputy", "夜だけにしてください");
		refused("does not wait", () -> this.versions.activate(first.version(), "deputy"));
		PolicyVersion second = this.versions.propose(ADVISORY_HELD, "", "officer");
		this.versions.activate(second.version(), "deputy");
		refused("does not wait", () -> this.versions.activate(second.version(), "mayor"));
		refused("changes nothing", () -> this.versions.propose(ADVISORY_HELD, "", "officer"));
	}

	@Test
	void whatCannotBeUsedIsNotEvenProposed() {
		assertThatExceptionOfType(InvalidPolicy.class)
			.isThrownBy(() -> this.versions.propose("actions: {VTSE41: RECORD}\n", "", "officer"));
		assertThat(this.versions.proposed()).isEmpty();
	}

	@Test
	void everyStepStandsInTheAuditTrailInWords() {
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "漁協の要望", "officer");
		this.versions.activate(proposed.version(), "deputy");
		List<AuditEntry.Event> events = this.trail.latest(2).stream().map(AuditEntry::event).toList();
		assertThat(events).extracting(AuditEntry.Event::action).containsExactly("policy.ACTIVE", "policy.PROPOSED");
		assertThat(events).extracting(AuditEntry.Event::actor).containsExactly("deputy", "officer");
		assertThat(events).extracting(AuditEntry.Event::subject).containsOnly("17461/v" + proposed.version());
		assertThat(events).extracting(AuditEntry.Event::detail).allMatch((detail) -> detail.contains("自動放送 → 職員確認"));
		assertThat(this.trail.verify()).isEmpty();
	}

	@Test
	void theFileOfTheActiveVersionIsKeptWithEveryWordOfItsAuthor() throws Exception {
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "", "officer");
		assertThat(this.home.resolve("policy/17461.proposed.yaml")).hasContent(ADVISORY_HELD);
		this.versions.activate(proposed.version(), "deputy");
		assertThat(this.home.resolve("policy/17461.proposed.yaml")).doesNotExist();
		assertThat(Files.readString(this.home.resolve("policy/17461.yaml")))
			.startsWith(
					"activation: {version: " + proposed.version() + ", proposed-by: 'officer', activated-by: 'deputy'")
			.endsWith(ADVISORY_HELD);
		Policy offline = Policy.load(Path.of("config"), this.home, this.town);
		assertThat(offline.town()).isEqualTo(this.policy.town());
	}

	@Test
	void aFileThatSomebodyEditedAloneIsPutRight() throws Exception {
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "", "officer");
		this.versions.activate(proposed.version(), "deputy");
		Path file = this.home.resolve("policy/17461.yaml");
		String right = Files.readString(file);
		Files.writeString(file, ADVISORY_AUTO);
		this.keeper.refresh();
		assertThat(file).hasContent(right);
		assertThat(advisory().verdict()).isEqualTo(Verdict.HOLD);
	}

	@Test
	void afterARestartOrOnAnotherNodeTheSameVersionDecides() {
		PolicyVersion proposed = this.versions.propose(ADVISORY_HELD, "", "officer");
		this.versions.activate(proposed.version(), "deputy");
		Policy elsewhere = Policy.load(Path.of("config"), this.town);
		new PolicyKeeper(elsewhere, this.jdbc, new PolicyFiles(this.home)).afterPropertiesSet();
		assertThat(elsewhere.town()).isEqualTo(this.policy.town());
		assertThat(elsewhere.town().edition().version()).isEqualTo(proposed.version());
	}

	@Test
	void explainAndDiffKnowItWithoutTheStore() {
		PolicyVersion first = this.versions.propose(ADVISORY_HELD, "", "officer");
		this.versions.activate(first.version(), "deputy");
		assertThat(kodama("explain", "--json", "src/test/resources/telegrams/tsunami-lowered.xml"))
			.contains("\"decision\":\"HOLD\"", "policy v" + first.version());
		this.versions.propose(ADVISORY_AUTO, "", "officer");
		assertThat(kodama("policy", "diff", "--proposed", "--samples", "src/test/resources/telegrams"))
			.contains("津波注意報（VTSE41/62）: 職員確認 → 自動放送", "Tsunami Advisory: HOLD → AUTO", "tsunami-lowered.xml");
	}

	private String kodama(String... args) {
		StringWriter out = new StringWriter();
		List<String> all = new java.util.ArrayList<>(List.of(args));
		all.addAll(List.of("--home", this.home.toString()));
		jp.kodama.command.CommandLineOf.run(new PrintWriter(out, true), all.toArray(String[]::new));
		return out.toString();
	}

	private Decision advisory() {
		OffsetDateTime at = OffsetDateTime.parse("2026-06-01T10:00:00+09:00");
		return this.policy.decide(new Bulletin(new Bulletin.Origin("jma", "津波警報・注意報・予報a", "津波注意報", "気象庁"),
				new Bulletin.Issue(Status.Actual, MsgType.Alert, "1", "", at), "",
				List.of(new Bulletin.Notice(new Bulletin.Kind("62", "津波注意報", "", ""),
						new Bulletin.Place("津波予報区", "", "360", "石川県能登", true)))),
				at);
	}

	private static void refused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatExceptionOfType(PolicyRefused.class).isThrownBy(call)
			.withMessageContaining(why)
			.matches((ex) -> !ex.japanese().isBlank());
	}

}
