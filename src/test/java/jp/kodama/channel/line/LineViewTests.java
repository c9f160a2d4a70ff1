package jp.kodama.channel.line;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** How an officer sees a LINE message before it leaves. */
class LineViewTests {

	private final Templates templates = new Templates();

	@Test
	void theOfficerSeesTheBubbleAndTheNotification() {
		LiveChannel channel = LiveChannel.of("line", "http://127.0.0.1:9", "", Map.of());
		Recipient reader = new Recipient(1, "line", "U%032d".formatted(1), "ja", "", false);
		Artifact artifact = new LineComposer(this.templates)
			.compose(channel.plan(SampleAlerts.evacuation(), List.of(reader)))
			.get(0);
		Object json = JsonMapper.builder().build().readValue(artifact.content(), Object.class);
		String page = this.templates.render(Path.of("channels/line/view.html").toAbsolutePath(), Map.of("json", json));
		assertThat(page).contains("background:#aa00aa", ">警戒レベル４<", ">避難指示を発令しました<", "対象地域：住吉地区・諸橋地区", "宛先 / To: 1")
			.contains("危険な場所から全員避難してください。");
	}

}
