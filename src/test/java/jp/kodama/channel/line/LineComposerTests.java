package jp.kodama.channel.line;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.MulticastRequest;
import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a LINE user sees. */
class LineComposerTests {

	private final LineComposer composer = new LineComposer(new Templates());

	private final LiveChannel channel = LiveChannel.of("line", "http://127.0.0.1:9", "", Map.of());

	@Test
	void anEvacuationOrderIsABubbleInTheColourOfItsLevel() {
		FlexBubble bubble = (FlexBubble) message(SampleAlerts.evacuation()).contents();
		assertThat(bubble.header().backgroundColor()).isEqualTo("#aa00aa");
		assertThat(bubble.header().contents()).extracting((text) -> ((FlexText) text).text())
			.containsExactly("警戒レベル４", "避難指示を発令しました");
		FlexText first = (FlexText) bubble.body().contents().get(0);
		assertThat(first.text()).startsWith("危険な場所から全員避難してください。");
		assertThat(first.wrap()).isTrue();
	}

	@Test
	void figuresThatAgeAreToldOnlyWhileTheyAreFresh() {
		assertThat(message(SampleAlerts.forecasting("高さは５ｍです。", 10)).toString()).contains("高さは５ｍです。");
		assertThat(message(SampleAlerts.forecasting("高さは５ｍです。", 0)).toString()).doesNotContain("５ｍ");
	}

	@Test
	void theAltTextStandsAlone() {
		assertThat(message(SampleAlerts.evacuation()).altText()).isEqualTo("""
				危険な場所から全員避難してください。外に出るのが危ないときは、崖から離れた二階以上の部屋へ移ってください。
				警戒レベル４　避難指示を発令しました
				5月12日4時05分　穴水町発表""");
	}

	@Test
	void wordsThatLookLikeCodeStayWords() {
		Alert alert = SampleAlerts.saying("\"},{'<b>\\ [[${1+1}]]", "a\nb", "");
		FlexBubble bubble = (FlexBubble) message(alert).contents();
		assertThat(((FlexText) bubble.header().contents().get(0)).text()).isEqualTo("\"},{'<b>\\ [[${1+1}]]");
		assertThat(((FlexText) bubble.body().contents().get(0)).text()).isEqualTo("a\nb");
	}

	@Test
	void anActionTooLongForTheNotificationIsRefusedByName() {
		Alert alert = SampleAlerts.saying("お知らせ", "逃".repeat(400), "");
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> message(alert))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info[ja-JP].instruction"));
	}

	@Test
	void fiveHundredPeopleAreOneRequestAndMoreAreRefused() {
		List<Recipient> people = IntStream.range(0, 500).mapToObj(LineComposerTests::person).toList();
		List<Artifact> artifacts = this.composer.compose(this.channel.plan(SampleAlerts.tsunami(), people));
		assertThat(artifacts).hasSize(1);
		assertThat(Multicast.request(artifacts.get(0)).to()).hasSize(500);
		List<Recipient> more = IntStream.range(0, 501).mapToObj(LineComposerTests::person).toList();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.composer.compose(this.channel.plan(SampleAlerts.tsunami(), more)))
			.withMessageContaining("batch");
	}

	@Test
	void aRepeatHasTheSameRetryKeyAndOtherPeopleAnother() {
		Artifact once = compose(person(1), person(2));
		assertThat(Multicast.retryKey("d", compose(person(1), person(2)))).isEqualTo(Multicast.retryKey("d", once));
		assertThat(Multicast.retryKey("d", compose(person(1)))).isNotEqualTo(Multicast.retryKey("d", once));
		assertThat(Multicast.retryKey("e", once)).isNotEqualTo(Multicast.retryKey("d", once));
	}

	private Artifact compose(Recipient... to) {
		return this.composer.compose(this.channel.plan(SampleAlerts.tsunami(), List.of(to))).get(0);
	}

	private FlexMessage message(Alert alert) {
		MulticastRequest request = Multicast
			.request(this.composer.compose(this.channel.plan(alert, List.of(person(1)))).get(0));
		return (FlexMessage) request.messages().get(0);
	}

	private static Recipient person(int number) {
		return new Recipient(number, "line", "U%032d".formatted(number), "ja", "", false);
	}

}
