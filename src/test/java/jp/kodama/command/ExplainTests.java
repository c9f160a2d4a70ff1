package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import jp.kodama.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./kodama explain}, as an officer types it. */
class ExplainTests {

	private static final String TELEGRAMS = "src/test/resources/telegrams/";

	@TempDir
	private Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private Path root = Path.of(".");

	@BeforeEach
	void town() {
		this.root = Town.in(this.folder.resolve("root")).with("pager").with("horn").root();
	}

	@Test
	void theJsonHasItsFieldsInTheirOrder() throws IOException {
		assertThat(run("--json", TELEGRAMS + "tsunami-major.xml")).isZero();
		JsonNode json = new JsonMapper().readTree(this.out.toString());
		assertThat(json.propertyNames()).containsExactly("file", "source", "telegram", "title", "status", "msgType",
				"identifier", "kinds", "areas", "decision", "reason", "sound", "headline", "channels");
		assertThat(json.path("telegram").asString("")).isEqualTo("VTSE41");
		assertThat(json.path("kinds").path(0).propertyNames()).containsExactly("code", "name", "level");
		assertThat(json.path("kinds").path(0).path("level").isNull()).isTrue();
		assertThat(json.path("channels")).hasSize(2);
		assertThat(json.path("sound").asString("")).contains("サイレン");
	}

	@Test
	void aLineForEachFileAndABrokenOneIsNoFailure() {
		assertThat(run(TELEGRAMS + "tsunami-major.xml", TELEGRAMS + "broken.xml", TELEGRAMS + "thunder.xml")).isZero();
		assertThat(this.out.toString().lines()).hasSize(3)
			.element(1)
			.asString()
			.startsWith(TELEGRAMS + "broken.xml: REJECT");
	}

	@Test
	void aFileThatIsNotThereFails() {
		assertThat(run(TELEGRAMS + "tsunami-major.xml", "no-such-file.xml")).isEqualTo(1);
		assertThat(this.err.toString()).contains("no-such-file.xml");
		assertThat(this.out.toString().lines()).hasSize(1);
	}

	@Test
	void anotherTownAndAnotherTimeCanBeAsked() {
		assertThat(run("--town", "32526", TELEGRAMS + "tsunami-major.xml")).isZero();
		assertThat(this.out.toString()).contains("IGNORE", "西ノ島町");
		run("--at", "2026-06-02T10:00:00+09:00", TELEGRAMS + "tsunami-major.xml");
		assertThat(this.out.toString()).contains("古い電文");
	}

	@Test
	void anUnknownTownIsSaidInWords() {
		assertThat(run("--town", "99999", TELEGRAMS + "tsunami-major.xml")).isEqualTo(1);
		assertThat(this.err.toString()).contains("99999");
	}

	@Test
	void whatIsHeldGoesToNobodyWhoCanOnlyHear() throws IOException {
		java.nio.file.Files.writeString(this.root.resolve("channels/horn/channel.yaml"), "\nlimits: {medium: voice}\n",
				java.nio.file.StandardOpenOption.APPEND);
		run("--json", TELEGRAMS + "hypocentre.xml");
		assertThat(new JsonMapper().readTree(this.out.toString()).path("channels")).extracting(JsonNode::asString)
			.containsExactly("pager");
	}

	private int run(String... args) {
		String[] all = new String[args.length + 3];
		all[0] = "explain";
		all[1] = "--root";
		all[2] = this.root.toString();
		System.arraycopy(args, 0, all, 3, args.length);
		return Kodama.run(new PrintWriter(this.out, true), new PrintWriter(this.err, true), all);
	}

}
