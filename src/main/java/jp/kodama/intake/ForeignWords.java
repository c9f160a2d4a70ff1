package jp.kodama.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Text;
import jp.kodama.policy.Decision.Part;

/**
 * An alert in a language for which there are only official words: they name the warning
 * and tell people to leave; the sentences that nobody has translated stay English, and a
 * parameter says which. What has no official name is not told in that language, unless
 * people were told in it before: then its end, or what takes its place, is.
 */
final class ForeignWords {

	/** Parameter: which parts of the text are English for want of official words. */
	static final String UNTRANSLATED = "untranslated";

	/** The official word for leaving a place. */
	private static final String LEAVE = "避難";

	private final OfficialTerms terms;

	ForeignWords(OfficialTerms terms) {
		this.terms = terms;
	}

	/**
	 * The info, or none.
	 * @param english the same alert in English
	 */
	Optional<Info> info(String language, Info english, Step step) {
		List<String> names = Stream.concat(Stream.of(step.part()), step.also().stream())
			.map((part) -> name(part, language))
			.distinct()
			.toList();
		boolean told = step.before() != null && step.before().info(language).isPresent();
		if (names.contains("")) {
			return told ? Optional.of(made(language, english, english.classification().event(), english.text(),
					"headline instruction description")) : Optional.empty();
		}
		String name = names.stream().collect(Collectors.joining(" / "));
		Text text = english.text();
		if (step.msgType() == MsgType.Cancel) {
			// There is no word for "lifted": the name alone would be a warning.
			return Optional.of(made(language, english, name, headed(text, text.headline() + " (" + name + ")", ""),
					"headline instruction description"));
		}
		String leave = english.classification().responseType().equals("Evacuate") ? this.terms.term(LEAVE, language)
				: "";
		return Optional.of(made(language, english, name, headed(text, name, leave), "instruction description"));
	}

	private String name(Part part, String language) {
		return this.terms.name(part, language);
	}

	private static Text headed(Text text, String headline, String action) {
		String instruction = action.isEmpty() ? text.instruction() : action + "! " + text.instruction();
		return new Text(headline, text.description(), instruction, text.senderName());
	}

	private static Info made(String language, Info english, String event, Text text, String untranslated) {
		Classification kind = english.classification();
		Map<String, String> parameters = new LinkedHashMap<>(english.parameters());
		parameters.put(UNTRANSLATED, untranslated);
		return new Info(
				language, new Classification(kind.category(), event, kind.responseType(), kind.urgency(),
						kind.severity(), kind.certainty()),
				text, english.expires(), parameters, english.areas(), english.resources());
	}

}
