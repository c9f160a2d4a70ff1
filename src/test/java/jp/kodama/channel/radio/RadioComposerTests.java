package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Text;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Sound;
import jp.kodama.speech.SpeechSynthesizer;
import jp.kodama.testing.SampleAlerts;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An alert becomes a broadcast: signal, words, repeat, close. */
class RadioComposerTests {

	private final Reader reader = new Reader();

	private final Studio studio;

	RadioComposerTests(@TempDir Path folder) throws IOException {
		this.studio = new Studio(folder, "file:none", this.reader);
	}

	@AfterEach
	void closeDown() {
		this.studio.close();
	}

	@Test
	void aBroadcastIsScriptsSoundAndADescriptionThatComesLast() {
		List<Artifact> artifacts = this.studio.compose(SampleAlerts.tsunami());
		assertThat(artifacts).extracting(Artifact::name)
			.containsExactly("ja.script.txt", "en.script.txt", "broadcast.wav", "phrases.json", "broadcast.json");
		assertThat(artifacts).filteredOn((one) -> !one.to().isEmpty())
			.singleElement()
			.extracting(Artifact::name)
			.isEqualTo("broadcast.wav");
	}

	@Test
	void theMessageIsSaidTwiceInJapaneseAndOnceInEnglish() {
		this.studio.compose(SampleAlerts.tsunami());
		assertThat(this.reader.said).startsWith("ja: こちらは、防災アナミズです。", "ja: 緊急放送。", "ja: 津波警報が発表されました。",
				"ja: ただちに海や川から離れ、", "ja: 高台や避難ビルなど安全な場所へ逃げてください。");
		assertThat(this.reader.said).contains("en: Tsunami Warning.")
			.endsWith("en: Stay away until the warning is lifted.");
		String script = script(SampleAlerts.tsunami(), "ja");
		assertThat(script.split("津波警報が発表されました。\n", -1)).hasSize(3);
		assertThat(script).contains("繰り返します。").endsWith("こちらは、ぼうさいあなみずです。\n");
	}

	@Test
	void theSirenOfTheTableOpensAndTheChimeCloses() throws IOException {
		Wave wave = new Wave(sound(SampleAlerts.update()));
		for (int i = 0; i < 3; i++) {
			double[] blast = wave.blasts().get(i);
			assertThat(blast[0]).isCloseTo(i * 5, Offset.offset(0.05));
			assertThat(blast[1]).isCloseTo(i * 5 + 3, Offset.offset(0.05));
		}
		assertThat(wave.sound().peak()).isLessThan(0.9);
		assertThat(wave.sound().rate()).isEqualTo(16000);
		assertThat(script(SampleAlerts.update(), "en")).endsWith("〔下りチャイム〕\n");
	}

	@Test
	void anAlertWithoutASoundOpensWithTheChime() {
		Alert quiet = changed(SampleAlerts.tsunami(), (info) -> new Info(info.language(), info.classification(),
				info.text(), info.expires(), java.util.Map.of(), info.areas()));
		assertThat(script(quiet, "ja")).startsWith("〔上りチャイム〕\n");
	}

	@Test
	void aDrillSaysSoBeforeAndWithinEveryMessage() {
		assertThat(script(SampleAlerts.drill(), "ja")).contains("訓練放送。訓練放送。\n【訓練】津波警報が発表されました。\nこれは訓練です。")
			.doesNotContain("緊急放送");
		assertThat(script(SampleAlerts.drill(), "en")).contains("This is a drill.");
	}

	@Test
	void aCancelIsNoEmergency() {
		assertThat(script(SampleAlerts.cancel(), "ja")).startsWith("〔解除のサイレン〕").doesNotContain("緊急放送");
	}

	@Test
	void anAlertWithoutEnglishClosesInJapanese() {
		Alert alert = SampleAlerts.tsunami();
		Alert japanese = new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				List.of(alert.main()));
		assertThat(this.studio.compose(japanese)).hasSize(4);
		assertThat(script(japanese, "ja")).endsWith("こちらは、ぼうさいあなみずです。\n〔下りチャイム〕\n");
	}

	@Test
	void aForeignWordInTheEnglishDoesNotSilenceTheJapanese() {
		Alert mixed = changed(SampleAlerts.tsunami(),
				(info) -> info.language().startsWith("en") ? worded(info, "Go to 高台.") : info);
		assertThat(script(mixed, "en")).isEqualTo("〔※ cannot read 高〕\n〔1秒〕\n〔下りチャイム〕\n");
		assertThat(this.reader.said).contains("ja: 津波警報が発表されました。");
	}

	@Test
	void japaneseThatCannotBeReadIsRefused() {
		Alert foreign = byAnOfficer(changed(SampleAlerts.tsunami(), (info) -> worded(info, "종")));
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> this.studio.compose(foreign))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info[ja-JP].description"));
	}

	@Test
	void whatNobodyIsThereToMendIsHeardWithoutTheWordsThatCannotBeRead() {
		Alert foreign = changed(SampleAlerts.tsunami(), (info) -> worded(info, "종"));
		assertThat(script(foreign, "ja")).contains("津波警報が発表されました。\n", "〔※ cannot read").doesNotContain("종");
		assertThat(this.reader.said).contains("ja: 高台や避難ビルなど安全な場所へ逃げてください。");
		Alert marks = changed(SampleAlerts.tsunami(), (info) -> new Info(info.language(), info.classification(),
				new Text("———", "⚠", "…", info.text().senderName()), info.expires(), info.parameters(), info.areas()));
		assertThat(script(marks, "ja")).contains("緊急放送。緊急放送。\n津波警報。\n");
	}

	@Test
	void aTextTooLongToListenToIsRefusedByItsField() {
		Alert endless = byAnOfficer(changed(SampleAlerts.tsunami(), (info) -> worded(info, "逃げてください。".repeat(1250))));
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> this.studio.compose(endless))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info[ja-JP].description"));
	}

	@Test
	void aLongTextThatNobodyIsThereToMendIsShortenedBetweenSentences() {
		Alert endless = changed(SampleAlerts.tsunami(), (info) -> worded(info, "逃げてください。".repeat(1250)));
		String script = script(endless, "ja");
		assertThat(script).contains("ただちに海や川から離れ").contains("逃げてください。\n");
		assertThat(script.length()).isBetween(1000, 2000);
		Alert order = changed(SampleAlerts.tsunami(),
				(info) -> new Info(info.language(), info.classification(),
						new Text(info.text().headline(), "", "逃げろ".repeat(3000), info.text().senderName()),
						info.expires(), info.parameters(), info.areas()));
		assertThat(script(order, "ja")).contains("逃げろ逃げろ").hasSizeBetween(1600, 2000);
	}

	@Test
	void aHeadlineOfPicturesIsRefusedByItsField() {
		Alert pictures = byAnOfficer(changed(SampleAlerts.tsunami(),
				(info) -> new Info(
						info.language(), info.classification(), new Text("🏃‍♂️⚠", info.text().description(),
								info.text().instruction(), info.text().senderName()),
						info.expires(), info.parameters(), info.areas())));
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> this.studio.compose(pictures))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info[ja-JP].headline"))
			.satisfies((refusal) -> assertThat(refusal.japanese()).contains("読み上げられる文字がありません"));
	}

	@Test
	void emojiAndHalfWidthKanaWithinATextDoNotSilenceIt() {
		Alert mixed = changed(SampleAlerts.tsunami(),
				(info) -> info.language().startsWith("ja") ? worded(info, "ﾀｶﾀﾞｲへ🏃逃げて。") : info);
		this.studio.compose(mixed);
		assertThat(this.reader.said).contains("ja: タカダイへ逃げて。");
	}

	@Test
	void saidAgainItDropsTheFiguresThatGoStale() {
		Alert high = changed(SampleAlerts.tsunami(), (info) -> info.language().startsWith("ja")
				? worded(info, "高さは3メートルの予想です。津波は何度も来ます。11時30分ごろ到達する見込みです。") : info);
		assertThat(script(high, "ja")).contains("3メートル", "11時30分");
		String again = this.studio.script(high, "again-1", "ja");
		assertThat(again).contains("もう一度お知らせします。\n緊急放送。", "津波は何度も来ます。", "高台や避難ビル")
			.doesNotContain("メートル")
			.doesNotContain("11時");
	}

	@Test
	void plainJapaneseComesBetweenJapaneseAndEnglish() {
		assertThat(this.studio.compose(SampleAlerts.evacuation())).extracting(Artifact::name)
			.startsWith("ja.script.txt", "ja-x-easy.script.txt", "en.script.txt");
		assertThat(this.reader.said).contains("ja-x-easy: やさしい日本語でお知らせします。", "ja-x-easy: 土や石が山からおちてきます。");
	}

	@Test
	void aBroadcastMayBeLeftBehindEveryPhraseAndAtEverySecondOfASiren() throws IOException {
		List<Artifact> artifacts = this.studio.compose(SampleAlerts.evacuation());
		String phrases = artifacts.get(artifacts.size() - 2).text();
		int[] boundaries = Stream.of(phrases.replaceFirst("(?s).*\"boundaries\":\\[([^]]*)].*", "$1").split(","))
			.mapToInt(Integer::parseInt)
			.toArray();
		assertThat(boundaries).isSorted().hasSizeGreaterThan(125);
		assertThat(boundaries[0]).isEqualTo(16000);
		assertThat(boundaries[boundaries.length - 1]).isEqualTo(sound(SampleAlerts.evacuation()).length());
		assertThat(phrases).contains("\"kind\":\"SIGNAL\"", "避難指示のサイレン", "警戒レベル4、");
	}

	@Test
	void theSidecarNamesTheZonesAndTheOrder() {
		assertThat(sidecar(SampleAlerts.evacuation())).contains("\"id\":\"sumiyoshi\"", "\"dtmf\":\"04\"")
			.contains("\"order\": \"other\"", "\"again\": 0", "\"phrases\": \"phrases.json\"");
		assertThat(sidecar(SampleAlerts.tsunami())).contains("\"id\":\"all\"", "\"order\": \"tsunami\"");
	}

	@Test
	void anOfficerSeesWhereAndWhenWhatIsHeard() throws IOException {
		List<Artifact> artifacts = this.studio.compose(SampleAlerts.evacuation());
		StringBuilder pages = new StringBuilder();
		for (Artifact json : artifacts.subList(artifacts.size() - 2, artifacts.size())) {
			Object tree = tools.jackson.databind.json.JsonMapper.builder()
				.build()
				.readValue(json.content(), Object.class);
			String page = new jp.kodama.rendering.Templates().render(java.nio.file.Path.of("channels/radio/view.html"),
					java.util.Map.of("json", tree));
			java.nio.file.Path looked = java.nio.file.Path.of("target/radio");
			java.nio.file.Files
				.writeString(java.nio.file.Files.createDirectories(looked).resolve(json.name() + ".html"), page);
			pages.append(page);
		}
		assertThat(pages).contains("住吉", "諸橋", "ja → ja-x-easy → en", "避難指示のサイレン", ">0.0<", "警戒レベル4、");
	}

	private String sidecar(Alert alert) {
		List<Artifact> artifacts = this.studio.compose(alert);
		return artifacts.get(artifacts.size() - 1).text();
	}

	private static Alert byAnOfficer(Alert alert) {
		return new Alert(alert.key(), alert.status(), alert.msgType(), jp.kodama.alert.Handling.from("console"),
				alert.references(), alert.infos());
	}

	@Test
	void anAlertInNoLanguageOfOursIsRefused() {
		Alert korean = changed(SampleAlerts.tsunami(), (info) -> new Info(info.language().replaceAll("ja|en", "ko"),
				info.classification(), info.text(), info.expires(), info.parameters(), info.areas()));
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> this.studio.compose(korean))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info"));
	}

	@Test
	void withoutAJapaneseVoiceTheRadioIsUnavailableAndSaysWhy() {
		this.reader.hoarse = "日本語音声がありません / no Japanese voice";
		assertThat(this.studio.unavailable()).startsWith("日本語音声がありません");
		assertThatExceptionOfType(Composer.Unavailable.class)
			.isThrownBy(() -> this.studio.compose(SampleAlerts.tsunami()))
			.withMessageContaining("no Japanese voice");
	}

	private String script(Alert alert, String language) {
		return this.studio.compose(alert)
			.stream()
			.filter((one) -> one.name().equals(language + ".script.txt"))
			.findFirst()
			.orElseThrow()
			.text();
	}

	private Sound sound(Alert alert) throws IOException {
		return Sound.ofWav(this.studio.compose(alert)
			.stream()
			.filter((one) -> one.mediaType().equals("audio/wav"))
			.findFirst()
			.orElseThrow()
			.content());
	}

	private static Alert changed(Alert alert, java.util.function.UnaryOperator<Info> change) {
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				alert.infos().stream().map(change).distinct().limit(alert.infos().size()).toList());
	}

	private static Info worded(Info info, String description) {
		Text text = info.text();
		return new Info(info.language(), info.classification(),
				new Text(text.headline(), description, text.instruction(), text.senderName()), info.expires(),
				info.parameters(), info.areas());
	}

	/** Reads aloud without a machine, a tenth of a second for each sentence. */
	@Order(0)
	private static final class Reader implements SpeechSynthesizer {

		private final List<String> said = new ArrayList<>();

		private String hoarse = "";

		@Override
		public boolean speaks(String language) {
			return true;
		}

		@Override
		public String unavailable() {
			return this.hoarse;
		}

		@Override
		public Sound speak(String sentence, String language) {
			if (sentence.contains("종") || (language.equals("en") && sentence.contains("高"))) {
				throw new CannotSpeak.Unreadable("cannot read 高");
			}
			this.said.add(language + ": " + sentence);
			return Sound.silence(48000, Duration.ofMillis(100));
		}

	}

}
