package jp.kodama.console;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.console.Shown.Look;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What went out is shown as a person would have got it. */
class ViewerTests {

	@TempDir
	Path root = Path.of("");

	private final Viewer viewer = new Viewer(mock());

	@BeforeEach
	void aTownWithABoard() {
		Town.in(this.root).with("board", "- stop: {}");
	}

	@ParameterizedTest
	@CsvSource({ "page.html, PAGE", "ja.txt, SCREEN", "1.eml, MAIL", "siren.wav, SOUND", "map.png, IMAGE",
			"x.json, FILE", "alert.cap.xml, FILE", "alerts.atom, FILE", "unknown, FILE" })
	void aFileIsShownAsWhatItIs(String name, Look look) {
		assertThat(show(name, "こんにちは".getBytes(StandardCharsets.UTF_8)).look()).isEqualTo(look);
	}

	@Test
	void aScreenInShiftJisIsReadable() {
		byte[] bytes = "避難指示①".getBytes(Charset.forName("windows-31j"));
		assertThat(show("page.txt", bytes).text()).isEqualTo("避難指示①");
	}

	@Test
	void aMailIsReadWithItsSubjectAndBothParts() {
		String mail = """
				From: =?UTF-8?B?56m05rC055S6?= <bosai@example.jp>
				To: resident@example.jp
				Subject: =?UTF-8?B?6YG/6Zuj5oyH56S6?=
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary=b

				--b
				Content-Type: text/plain; charset=UTF-8

				逃げてください
				--b
				Content-Type: text/html; charset=UTF-8

				<p>逃げてください</p>
				--b--
				""".replace("\n", "\r\n");
		MailView view = MailView.read(mail.getBytes(StandardCharsets.UTF_8)).orElseThrow();
		assertThat(view.from()).startsWith("穴水町");
		assertThat(view.subject()).isEqualTo("避難指示");
		assertThat(view.text()).contains("逃げてください");
		assertThat(view.html()).contains("<p>逃げてください</p>");
	}

	@Test
	void whatPeopleSeeComesBeforeWhatMachinesReadAndJapaneseFirst() {
		List<String> shown = Stream.of("feed.atom", "en.html", "index.txt", "ja-x-easy.html", "ja.html", "index.html")
			.map((name) -> show(name, new byte[0]))
			.sorted(Shown.ORDER)
			.map(Shown::name)
			.toList();
		assertThat(shown).containsExactly("index.html", "ja.html", "ja-x-easy.html", "en.html", "feed.atom",
				"index.txt");
	}

	private Shown show(String name, byte[] bytes) {
		ChannelSettings board = Channels.load(this.root).get("board");
		return this.viewer.show(board,
				new Artifact(name, Viewer.mediaType(name), Shown.languageIn(name), bytes, List.of()), "/x");
	}

}
