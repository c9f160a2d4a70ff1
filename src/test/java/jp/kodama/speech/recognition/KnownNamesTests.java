package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.speech.EnglishSounds;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an English ear makes of Japanese names, and what it must not make of English. */
class KnownNamesTests {

	private static final KnownNames NAMES = new KnownNames(
			List.of("Anamizu", "Kabuto", "Morohashi", "Sumiyoshi", "Oya"), new EnglishSounds());

	@ParameterizedTest
	@CsvSource({ "this is than the mizzou town,this is【?Anamizu】town",
			"water is cut in zuma you have she,water is cut in【?Sumiyoshi】",
			"to more harshly community center,to【?Morohashi】community center" })
	void aNameIsFoundInWordsThatSoundAlikeAndIsMarkedAsAGuess(String heard, String meant) {
		assertThat(named(heard).text()).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "leave the shore and rivers now go to high ground or an evacuation building",
			"the tsunami warning for noto has been lifted stay careful when you go into the sea",
			"everyone in danger areas must evacuate now more rain is expected", "oh yeah" })
	void ordinaryWordsStayAsTheyAre(String heard) {
		assertThat(named(heard).text()).isEqualTo(heard);
	}

	@Test
	void aGuessHasNoConfidenceAndTheTimeOfTheWordsItStandsFor() {
		Word guess = named("town of zuma you have she").words().get(2);
		assertThat(guess.reading()).isEqualTo("Sumiyoshi");
		assertThat(guess.confidence()).isZero();
		assertThat(guess.from()).isEqualTo(Duration.ofSeconds(2));
		assertThat(guess.to()).isEqualTo(Duration.ofSeconds(6));
	}

	private static Heard named(String heard) {
		List<Word> words = new ArrayList<>();
		for (String word : heard.split(" ")) {
			words
				.add(new Word(word, word, 0.9, Duration.ofSeconds(words.size()), Duration.ofSeconds(words.size() + 1)));
		}
		return NAMES.apply(new Heard(true, words));
	}

}
