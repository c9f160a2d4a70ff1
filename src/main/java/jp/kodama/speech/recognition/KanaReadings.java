package jp.kodama.speech.recognition;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.Pronunciation.Pronounced;
import jp.kodama.speech.Word;

/**
 * Gives Japanese words their readings, where a recogniser writes them without: as the
 * Japanese voice would read them. Words are joined where the two cut them differently;
 * without a voice they are left as they are written.
 */
final class KanaReadings {

	private final Pronunciation pronunciation;

	KanaReadings(Pronunciation pronunciation) {
		this.pronunciation = pronunciation;
	}

	Heard of(Heard heard) {
		if (heard.words().isEmpty()) {
			return heard;
		}
		try {
			return new Heard(heard.complete(), read(heard.words(), this.pronunciation.of(heard.text())));
		}
		catch (CannotSpeak ex) {
			return heard;
		}
	}

	private static List<Word> read(List<Word> words, List<Pronounced> read) {
		List<Word> result = new ArrayList<>();
		int next = 0;
		int at = 0;
		while (at < words.size()) {
			int from = at;
			int letters = words.get(at++).text().length();
			StringBuilder kana = new StringBuilder();
			int covered = 0;
			while (covered != letters && (covered < letters ? next < read.size() : at < words.size())) {
				if (covered < letters) {
					covered += read.get(next).written().length();
					kana.append(read.get(next++).kana());
				}
				else {
					letters += words.get(at++).text().length();
				}
			}
			result.add(joined(words.subList(from, at), kana.toString()));
		}
		return result;
	}

	private static Word joined(List<Word> words, String kana) {
		StringBuilder text = new StringBuilder();
		words.forEach((word) -> text.append(word.text()));
		return new Word(text.toString(), kana.isEmpty() ? text.toString() : kana,
				words.stream().mapToDouble(Word::confidence).min().orElse(0), words.get(0).from(),
				words.get(words.size() - 1).to());
	}

}
