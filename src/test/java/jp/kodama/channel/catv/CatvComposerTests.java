package jp.kodama.channel.catv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Text;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes round on the cable. */
@KodamaTest
class CatvComposerTests {

	private static final String ID = "catv";

	@Autowired
	Channels channels;

	@Autowired
	Renderer renderer;

	@Test
	void japaneseOfAllAlertsGoesRoundBeforeAnyEnglish() {
		List<Artifact> pages = compose(SampleAlerts.update(), Map.of(), SampleAlerts.update(),
				SampleAlerts.evacuation());
		assertThat(index(pages).lines().map((line) -> line.replaceFirst("page-..\\.txt\t", "")).distinct())
			.containsExactly("ja\t17461-update", "ja\t17461-evacuation", "en\t17461-update", "en\t17461-evacuation");
		assertThat(pages.get(pages.size() - 1).name()).as("the list comes last").isEqualTo("index.txt");
	}

	@Test
	void everyPageOfADrillSaysThatItIsOne() {
		List<Artifact> pages = compose(SampleAlerts.drill(), Map.of("rows", "3"), SampleAlerts.drill());
		assertThat(pages).hasSizeGreaterThan(4)
			.filteredOn((page) -> page.name().startsWith("page"))
			.allSatisfy((page) -> assertThat(text(page)).containsAnyOf("【訓練】", "[EXERCISE]"));
	}

	@Test
	void whenNothingIsInForceThatIsWhatItSays() {
		List<Artifact> pages = compose(SampleAlerts.tsunami(), Map.of());
		assertThat(pages).hasSize(2);
		assertThat(text(pages.get(0))).startsWith("穴水町").contains("現在、発表中の情報はありません");
	}

	@Test
	void anOlderTranslationMakesRoomForWhatMatters() {
		List<Artifact> pages = compose(SampleAlerts.tsunami(), Map.of("pages", "3"), SampleAlerts.tsunami(),
				SampleAlerts.evacuation());
		assertThat(index(pages)).contains("ja\t17461-tsunami").contains("# no room\ten\t17461-evacuation");
	}

	@Test
	void anAlertTooLongForTheCableIsRefusedByName() {
		Info info = SampleAlerts.tsunami().main();
		Text text = new Text("津波警報", "津波は何度も来ます。".repeat(400), "逃げてください。", "穴水町");
		Alert alert = new Alert(SampleAlerts.tsunami().key(), SampleAlerts.tsunami().status(),
				SampleAlerts.tsunami().msgType(), SampleAlerts.tsunami().handling(), List.of(),
				List.of(new Info("ja", info.classification(), text, info.expires(), Map.of(), info.areas())));
		assertThatThrownBy(() -> compose(alert, Map.of(), alert)).isInstanceOf(InvalidAlert.class)
			.hasMessageStartingWith("info[ja].description");
	}

	@Test
	void aUtf8DeviceGetsUtf8() {
		List<Artifact> pages = compose(SampleAlerts.tsunami(), Map.of("charset", "UTF-8"), SampleAlerts.tsunami());
		assertThat(pages.get(0).mediaType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(pages.get(0).text()).startsWith("津波警報が発表されました");
	}

	private List<Artifact> compose(Alert alert, Map<String, String> limits, Alert... standing) {
		ChannelSettings channel = this.channels.get(ID);
		ChannelProfile own = channel.profile();
		Map<String, String> all = new HashMap<>(own.limits());
		all.putAll(limits);
		return this.renderer.render(new Composition("d", alert, Board.of(List.of(standing)),
				new ChannelProfile(ID, own.title(), own.languages(), Path.of("channels", ID), all),
				List.of(Recipient.everybody(ID)), SampleAlerts.SENT.toInstant()));
	}

	private static String index(List<Artifact> pages) {
		return text(pages.get(pages.size() - 1));
	}

	private static String text(Artifact page) {
		return new String(page.content(), Charset.forName("windows-31j"));
	}

}
