package jp.kodama.speech.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.Pronunciation.Pronounced;
import jp.kodama.speech.Term;
import jp.kodama.speech.Terms;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a spoken text apart into words, and tells places, levels and numbers from the
 * rest. Of what is known beforehand the reading counts that was wished for, not the one
 * the voice chose: a misread name must not compare well.
 */
@Component
public class SaidWords {

	private static final String FIGURES = "〇一二三四五六七八九";

	private final Pronunciation pronunciation;

	private final Terms terms;

	private final Set<String> englishPlaces = new TreeSet<>();

	SaidWords(Pronunciation pronunciation, Terms terms, ObjectProvider<Municipality> town) {
		this.pronunciation = pronunciation;
		this.terms = terms;
		town.ifAvailable((one) -> {
			this.englishPlaces.add(one.english().split(" ")[0].toLowerCase(Locale.ROOT));
			one.districts().forEach((district) -> this.englishPlaces.add(district.english().toLowerCase(Locale.ROOT)));
		});
	}

	/**
	 * The words of a text.
	 * @param spoken as a voice is given it: {@link jp.kodama.speech.Voices#spoken}
	 * @throws jp.kodama.speech.CannotSpeak if the Japanese voice is missing, or cannot
	 * read it
	 */
	public List<Said> of(String spoken, String language) {
		return language.equals("ja") || language.startsWith("ja-") ? japanese(spoken) : english(spoken);
	}

	private List<Said> english(String spoken) {
		List<Said> words = new ArrayList<>();
		for (String word : spoken.strip().split("[\\s,]+")) {
			String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
			if (!plain.isEmpty()) {
				words.add(new Said(word, word, plain.matches(".*\\d.*") ? Said.Weight.NUMBER
						: this.englishPlaces.contains(plain) ? Said.Weight.PLACE : Said.Weight.ORDINARY));
			}
		}
		return words;
	}

	private List<Said> japanese(String spoken) {
		List<Pronounced> words = this.pronunciation.of(spoken);
		List<Said> said = new ArrayList<>();
		List<Term> longestFirst = this.terms.all()
			.stream()
			.sorted(Comparator.comparingInt((Term term) -> term.written().length()).reversed())
			.toList();
		int at = 0;
		while (at < words.size()) {
			int next = at + 1;
			Said found = null;
			for (Term term : longestFirst) {
				int end = end(words, at, term.written());
				end = (end > 0) ? end : end(words, at, term.kana());
				if (end > 0) {
					found = new Said(term.written(), term.kana(), weight(term));
					next = end;
					break;
				}
			}
			said.add((found != null) ? found : plain(words.get(at)));
			at = next;
		}
		return said;
	}

	/** Behind which word a term ends that begins with one; 0 if it does not. */
	private static int end(List<Pronounced> words, int from, String term) {
		StringBuilder written = new StringBuilder();
		for (int i = from; i < words.size() && written.length() < term.length(); i++) {
			written.append(words.get(i).written());
			if (written.toString().equals(figures(term))) {
				return i + 1;
			}
		}
		return 0;
	}

	/** The voice tells of its figures in kanji: レベル四. */
	private static String figures(String term) {
		StringBuilder text = new StringBuilder(term);
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter >= '0' && letter <= '9') {
				text.setCharAt(i, FIGURES.charAt(letter - '0'));
			}
		}
		return text.toString();
	}

	private static Said.Weight weight(Term term) {
		return switch (term.kind()) {
			case PLACE, REGION -> Said.Weight.PLACE;
			case LEVEL -> Said.Weight.LEVEL;
			case WORD -> Said.Weight.ORDINARY;
		};
	}

	private static Said plain(Pronounced word) {
		return new Said(word.written(), word.kana(),
				word.place() ? Said.Weight.PLACE : word.number() ? Said.Weight.NUMBER : Said.Weight.ORDINARY);
	}

}
