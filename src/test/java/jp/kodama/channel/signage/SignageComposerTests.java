package jp.kodama.channel.signage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes round on a screen. */
class SignageComposerTests {

	private static final String ID = "signage";

	private final SignageComposer composer = new SignageComposer();

	@Test
	void theActionComesBeforeWhatHappensAndJapaneseOfAllBeforeOtherLanguages() {
		List<Slide> slides = compose(SampleAlerts.SENT.toInstant(), SampleAlerts.update(), SampleAlerts.evacuation())
			.slides();
		assertThat(slides).extracting((slide) -> slide.words().lang() + " " + slide.alert())
			.containsExactly("ja-JP 17461-update", "ja-JP 17461-update", "ja-JP 17461-evacuation",
					"ja-JP 17461-evacuation", "ja 17461-evacuation", "ja 17461-evacuation", "en-US 17461-update",
					"en-US 17461-update", "en-US 17461-evacuation", "en-US 17461-evacuation");
		assertThat(slides.get(0).words().text()).startsWith("ただちに、できるだけ高い所へ");
		assertThat(slides.get(2).words().level()).isEqualTo("警戒レベル４");
		assertThat(slides.get(2).look()).isEqualTo(new Slide.Look("#aa00aa", "#ffffff"));
	}

	@Test
	void anAcknowledgementOfAnOlderAlertIsEvidenceForItsOwnDelivery() {
		assertThat(compose(SampleAlerts.SENT.toInstant(), SampleAlerts.update(), SampleAlerts.evacuation()).slides())
			.allSatisfy((slide) -> assertThat(slide.delivery()).isEqualTo(slide.alert() + ".signage.0"));
	}

	@Test
	void theTagNamesTheContentsNotTheMoment() {
		Playlist early = compose(SampleAlerts.SENT.toInstant(), SampleAlerts.tsunami());
		Playlist late = compose(SampleAlerts.SENT.plusHours(1).toInstant(), SampleAlerts.tsunami());
		assertThat(late.tag()).isEqualTo(early.tag());
		assertThat(compose(SampleAlerts.SENT.toInstant(), SampleAlerts.update()).tag()).isNotEqualTo(early.tag());
	}

	@Test
	void aLongTextStaysLongerButNotForEver() {
		assertThat(Slide.seconds("逃げて", 8)).isEqualTo(8);
		assertThat(Slide.seconds("あ".repeat(60), 8)).isEqualTo(13);
		assertThat(Slide.seconds("あ".repeat(600), 8)).isEqualTo(30);
	}

	@Test
	void whenNothingIsInForceTheTownIsStillNamed() {
		Playlist playlist = compose(SampleAlerts.SENT.toInstant());
		assertThat(playlist.slides()).isEmpty();
		assertThat(playlist.town()).isEqualTo("穴水町");
	}

	private Playlist compose(Instant at, Alert... standing) {
		Alert alert = (standing.length > 0) ? standing[0] : SampleAlerts.tsunami();
		ChannelProfile channel = new ChannelProfile(ID, Map.of(), List.of("ja", "ja-x-easy", "en"),
				Path.of("channels", ID), Map.of("seconds", "8"));
		List<Artifact> artifacts = this.composer.compose(new Composition("d", alert, Board.of(List.of(standing)),
				channel, List.of(Recipient.everybody(ID)), at));
		return Playlist.parse(artifacts.get(0).text());
	}

}
