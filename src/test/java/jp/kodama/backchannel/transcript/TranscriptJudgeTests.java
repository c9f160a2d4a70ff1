package jp.kodama.backchannel.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.approval.Message;
import jp.kodama.audience.Municipality;
import jp.kodama.backchannel.recording.Recordings;
import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import jp.kodama.backchannel.settings.BackchannelSettings.Release;
import jp.kodama.backchannel.transcript.Transcript.State;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Word;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What may go out by itself, and what waits for an officer. */
class TranscriptJudgeTests {

	@Test
	void whatWasUnderstoodWellGoesOutByItselfWhereTheTownSaysSo() {
		BroadcastHeard heard = heard(0.95, "水道管", "が", "破裂", "しました");
		assertThat(judged(Release.AUTOMATIC, heard).state()).isEqualTo(State.RELEASED);
		assertThat(judged(Release.DRAFT, heard).state()).isEqualTo(State.WAITING);
	}

	@Test
	void belowTheThresholdAnOfficerDecides() {
		assertThat(judged(Release.AUTOMATIC, heard(0.89, "水道管", "が", "破裂", "しました")).state()).isEqualTo(State.WAITING);
		assertThat(judged(Release.AUTOMATIC, heard(0.95)).state()).as("not a word").isEqualTo(State.WAITING);
	}

	@Test
	void aPlaceOrANumberThatWasNotUnderstoodWellIsLeftOpenAndKeepsItBack() {
		for (String critical : List.of("住吉", "すみよし", "３", "レベル")) {
			List<Word> words = new ArrayList<>(words(0.99, "危険", "な", "場所", "から", "避難", "して", "ください"));
			words.addAll(words(0.6, critical));
			Transcript one = judged(Release.AUTOMATIC, new BroadcastHeard(broadcast(), words, "", "", ""));
			assertThat(one.confidence()).as("well above the threshold").isGreaterThan(0.9);
			assertThat(one.text()).doesNotContain(critical).endsWith(Marking.OPEN);
			assertThat(one.state()).isEqualTo(State.WAITING);
		}
	}

	@Test
	void aNameThatIsOnlyGuessedAtKeepsItBack() {
		Transcript one = judged(Release.AUTOMATIC, heard(0.95, "水道管", "が", "破裂", Word.guess("Sumiyoshi")));
		assertThat(one.text()).endsWith("【?Sumiyoshi】");
		assertThat(one.state()).isEqualTo(State.WAITING);
	}

	@Test
	void ourOwnWordsAndWhatTheRecogniserMissedNeverGoOutByThemselves() {
		BroadcastHeard heard = heard(0.95, "水道管", "が", "破裂", "しました");
		assertThat(judged(Release.AUTOMATIC, heard.known("one.radio.0", "")).state()).isEqualTo(State.OURS);
		Transcript like = judged(Release.AUTOMATIC, heard.known("", "one.radio.0"));
		assertThat(like.state()).isEqualTo(State.WAITING);
		assertThat(like.note()).contains("one.radio.0");
		assertThat(judged(Release.AUTOMATIC, new BroadcastHeard(broadcast(), heard.words(), "it died", "", "")))
			.extracting(Transcript::state, Transcript::note)
			.containsExactly(State.WAITING, "it died");
	}

	@Test
	void whatNoPersonHasReadSaysSo() {
		assertThat(TranscriptJudge.marked(new Message("放送", "", "断水します")).headline()).startsWith("【自動文字起こし");
	}

	private static Transcript judged(Release release, BroadcastHeard heard) {
		BackchannelSettings settings = new BackchannelSettings(
				Map.of("hill", new Monitor("stream", true, "", List.of(), false, "ja", true, "")),
				mock(BackchannelSettings.Segments.class),
				new BackchannelSettings.Transcripts(release, 0.9, 0.7, Duration.ofHours(6), ""),
				mock(BackchannelSettings.AirCheck.class));
		Municipality town = new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(),
				List.of(new Municipality.District("住吉", "すみよし", "Sumiyoshi")));
		return new TranscriptJudge(settings, mock(Recordings.class), town).judge(heard, "1").orElseThrow();
	}

	private static BroadcastHeard heard(double confidence, String... words) {
		return new BroadcastHeard(broadcast(), words(confidence, words), "", "", "");
	}

	private static Broadcast broadcast() {
		return new Broadcast("hill", Instant.EPOCH, Instant.EPOCH.plusSeconds(5),
				Sound.silence(16_000, Duration.ofSeconds(5)), 4, "chime", "chime-down");
	}

	private static List<Word> words(double confidence, String... words) {
		return List.of(words)
			.stream()
			.map((word) -> new Word(word, word, confidence, Duration.ZERO, Duration.ofSeconds(1)))
			.toList();
	}

}
