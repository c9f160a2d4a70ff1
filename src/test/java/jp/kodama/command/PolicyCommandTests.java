package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./kodama policy diff}, as an officer types it before a drill. */
class PolicyCommandTests {

	@TempDir
	private Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private Path root = Path.of(".");

	private Path proposal = Path.of("draft.yaml");

	@BeforeEach
	void town() {
		this.root = Town.in(this.folder.resolve("root")).with("pager").root();
		this.proposal = this.folder.resolve("draft.yaml");
	}

	@Test
	void itSaysInWordsWhatChangesAndWhichTelegramsWouldBeDecidedDifferently() throws IOException {
		Files.writeString(this.proposal, """
				hold: {alarm-after: 2}
				rules:
				  - {hazards: [tsunami-advisory], between: "22:00-06:00", action: HOLD}
				""");
		assertThat(run(this.proposal.toString(), "--samples", "src/test/resources/telegrams")).isZero();
		assertThat(this.out.toString()).contains("active: default", "▼ 津波注意報（VTSE41/62）: 自動放送 → 職員確認 (22:00–06:00)",
				"Tsunami Advisory: AUTO → HOLD (22:00–06:00)", "5分 → 2分ごと",
				"tsunami-lowered.xml【津波警報・注意報・予報a】津波注意報: 自動放送 → 職員確認 (22:00–06:00)");
		assertThat(this.out.toString()).doesNotContain("tsunami-major.xml");
	}

	@Test
	void aPolicyThatIsTheSameChangesNothing() throws IOException {
		Files.writeString(this.proposal, "actions: {VTSE41/62: AUTO}\n");
		assertThat(run(this.proposal.toString(), "--samples", "src/test/resources/telegrams")).isZero();
		assertThat(this.out.toString()).contains("変わりません", " 0 件で決定が変わる");
	}

	@Test
	void aFaultIsNamedWithFileAndLineAndFails() throws IOException {
		Files.writeString(this.proposal, "rules:\n  - {levels: [5], action: IGNORE}\n");
		assertThat(run(this.proposal.toString())).isEqualTo(1);
		assertThat(this.err.toString()).contains("draft.yaml:2: rules[0].action", "acknowledge");
	}

	@Test
	void whatIsToBeComparedMustBeSaid() {
		assertThat(run()).isEqualTo(1);
		assertThat(run("--proposed")).isEqualTo(1);
		assertThat(this.err.toString()).contains("--proposed", "提案中の案はありません");
	}

	@Test
	void theTownsOwnFileUnderConfigIsActiveUntilTwoPeopleActivateAnother() throws IOException {
		Files.writeString(this.root.resolve("config/policy/17461.yaml"), "actions: {VTSE41/62: HOLD}\n");
		Files.writeString(this.proposal, "actions: {VTSE41/62: AUTO}\n");
		assertThat(run(this.proposal.toString())).isZero();
		assertThat(this.out.toString()).contains("active: 17461.yaml", "▲ 津波注意報（VTSE41/62）: 職員確認 → 自動放送");
	}

	private int run(String... args) {
		String[] all = new String[args.length + 6];
		String[] first = { "policy", "diff", "--root", this.root.toString(), "--home",
				this.folder.resolve("home").toString() };
		System.arraycopy(first, 0, all, 0, first.length);
		System.arraycopy(args, 0, all, first.length, args.length);
		return Kodama.run(new PrintWriter(this.out, true), new PrintWriter(this.err, true), all);
	}

}
