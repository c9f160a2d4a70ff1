package jp.kodama.speech;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A text is said sentence by sentence, and nothing of it is lost. */
class SentencesTests {

	@Test
	void aSentenceEndsWhereItsMarkStands() {
		assertThat(Sentences.of("津波警報です。逃げてください！\n高台へ。")).containsExactly("津波警報です。", "逃げてください！", "高台へ。");
	}

	@Test
	void aDecimalPointEndsNothing() {
		assertThat(Sentences.of("Magnitude 7.6. Leave the shore now.")).containsExactly("Magnitude 7.6.",
				"Leave the shore now.");
	}

	@Test
	void aLongSentenceIsSaidInPhrasesAndNoneIsCutWithinANumber() {
		assertThat(Sentences.phrases("外に出るのが危ないときは、崖から離れた、二階以上の部屋へ移ってください。", 20))
			.containsExactly("外に出るのが危ないときは、崖から離れた、", "二階以上の部屋へ移ってください。");
		assertThat(Sentences.phrases("高台へ、すぐに。", 20)).containsExactly("高台へ、すぐに。");
		assertThat(Sentences.phrases("1,200 people, now", 4)).containsExactly("1,200 people,", "now");
	}

	@Test
	void marksAloneAreNotASentence() {
		assertThat(Sentences.of("「逃げろ。」……！")).containsExactly("「逃げろ。");
	}

	@Test
	void aSentenceTooLongForTheVoiceIsCutAtItsCommas() {
		String clause = "あ".repeat(200) + "、";
		assertThat(Sentences.of(clause + clause + "終わり。")).containsExactly(clause, clause, "終わり。");
	}

	@Test
	void aTextWithoutAnyMarkIsCutRatherThanLost() {
		String endless = "𠮷".repeat(400);
		assertThat(Sentences.of(endless)).allMatch((piece) -> piece.length() <= Sentences.LONGEST);
		assertThat(String.join("", Sentences.of(endless))).isEqualTo(endless);
	}

}
