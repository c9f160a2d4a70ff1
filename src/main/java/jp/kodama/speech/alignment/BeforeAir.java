package jp.kodama.speech.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Recognizers;
import jp.kodama.speech.Sound;

import org.springframework.stereotype.Component;

/**
 * Listens to a broadcast before it airs, by its very samples: what a machine in a quiet
 * room does not understand nobody will outdoors. Takes about as long as a third of the
 * broadcast; never in the way of the air.
 */
@Component
public class BeforeAir {

	private final Recognizers recognizers;

	private final SaidWords words;

	BeforeAir(Recognizers recognizers, SaidWords words) {
		this.recognizers = recognizers;
		this.words = words;
	}

	/** Why a language cannot be listened to here; empty if it can. */
	public String unavailable(String language) {
		return this.recognizers.unavailable(language);
	}

	/**
	 * Listens to every phrase, once if it is repeated; leaves out languages that cannot
	 * be listened to here.
	 * @throws jp.kodama.speech.CannotHear if a recogniser failed
	 * @throws jp.kodama.speech.CannotSpeak if the Japanese voice that knows the readings
	 * is missing
	 */
	public List<Proof> listen(Sound broadcast, List<Line> lines) {
		Map<List<String>, Line> once = new LinkedHashMap<>();
		lines.forEach((line) -> once.putIfAbsent(List.of(line.language(), line.words()), line));
		List<Proof> proofs = new ArrayList<>();
		for (Line line : once.values()) {
			if (unavailable(line.language()).isEmpty()) {
				proofs.add(listen(line, broadcast.part(line.from(), line.to())));
			}
		}
		return proofs;
	}

	private Proof listen(Line line, Sound sound) {
		String language = line.language();
		List<Said> said = new ArrayList<>();
		List<String> unjudged = new ArrayList<>();
		for (Said word : this.words.of(line.words(), language)) {
			boolean unknown = word.weight() == Said.Weight.PLACE && !known(word, language);
			said.add(unknown ? new Said(word.written(), word.reading(), Said.Weight.ORDINARY) : word);
			if (unknown) {
				unjudged.add(word.written());
			}
		}
		Heard heard = this.recognizers.understand(sound, language);
		return new Proof(language, heard, Comparison.whole(said, heard, language), unjudged);
	}

	private boolean known(Said word, String language) {
		return word.sounds(language).units().stream().allMatch((unit) -> this.recognizers.knows(language, unit));
	}

	/**
	 * A phrase of a broadcast.
	 *
	 * @param language of its words
	 * @param words as the voice was given them
	 * @param from its first sample
	 * @param to the sample behind its last
	 */
	public record Line(String language, String words, int from, int to) {
	}

}
