package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings, before an emergency asks for them. */
class DoctorTests {

	private static final String FOLDER = """
			title: {ja: ポケベル, en: Pager}
			languages: [ja]
			recipients: true
			standing: false
			idempotent: false
			evidence: ACCEPTED
			depends-on: [power]
			batch: 50
			threads: {urgent: 1, routine: 1}
			retry: {first: 1s, cap: 310s}
			""";

	@TempDir
	Path root;

	private final StringWriter out = new StringWriter();

	@BeforeEach
	void aChannelOfOurOwn() throws IOException {
		Files.createDirectories(this.root.resolve("config"));
		Files.createDirectories(this.root.resolve("channels/pager"));
		Files.writeString(this.root.resolve("channels/pager/channel.yaml"), FOLDER);
	}

	@Test
	void aLiveChannelWithoutItsSecretMustBePutRight() throws IOException {
		configure("mode: live, secret: 'env:KODAMA_PAGER_KEY_THAT_IS_NOT_SET'");
		assertThat(examine()).isEqualTo(1);
		assertThat(this.out).asString().contains("✗").contains("env:KODAMA_PAGER_KEY_THAT_IS_NOT_SET");
	}

	@Test
	void aChannelThatOnlyRehearsesNeedsNoSecretYet() throws IOException {
		configure("mode: rehearsal, secret: 'env:KODAMA_PAGER_KEY_THAT_IS_NOT_SET'");
		assertThat(examine()).isZero();
		assertThat(this.out).asString().contains("–").contains("KODAMA_PAGER_KEY_THAT_IS_NOT_SET");
	}

	@Test
	void aSecretIsNeverPrinted() throws IOException {
		Path key = Files.writeString(this.root.resolve("key"), "hush");
		configure("mode: live, secret: 'file:" + key + "'");
		assertThat(examine()).isZero();
		assertThat(this.out).asString().contains("pager").doesNotContain("hush");
	}

	@Test
	void brokenSettingsAreNamedByTheirFile() throws IOException {
		configure("mode: perhaps");
		assertThat(examine()).isEqualTo(1);
		assertThat(this.out).asString().contains("✗").contains("channels.yaml");
	}

	@Test
	void theSourcesAreLookedAtToo() throws IOException {
		configure("mode: rehearsal");
		Path sources = this.root.resolve("config/sources.yaml");
		Files.writeString(sources, "kodama: {sources: {receiver: {kind: tcp, enabled: false}}}");
		assertThat(examine()).isZero();
		assertThat(this.out).asString().contains("inbox", "receiver", "停止中");
		Files.writeString(sources, "kodama: {sources: {receiver: {kindd: tcp}}}");
		assertThat(examine()).isEqualTo(1);
		assertThat(this.out).asString().contains("✗").contains("kodama.sources.receiver.kindd");
	}

	private void configure(String entry) throws IOException {
		Files.writeString(this.root.resolve("config/channels.yaml"), "kodama: {channels: {pager: {" + entry + "}}}\n");
	}

	private int examine() {
		return new CommandLine(new Doctor()).setOut(new PrintWriter(this.out)).execute("--root", this.root.toString());
	}

}
