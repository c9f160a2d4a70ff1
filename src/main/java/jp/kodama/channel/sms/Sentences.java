package jp.kodama.channel.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text may end. A full stop inside a URL, a number or a word is no end: it
 * has no blank behind it.
 */
final class Sentences {

	private static final Pattern END = Pattern.compile("(?:[。！？]|．(?![0-9０-９]))+[」』）)]*|[.!?]+[\"')]*(?=\\s|$)|\\R|$");

	private Sentences() {
	}

	/** The text's sentences, each with the line break or blank it ends in. */
	static List<String> of(String text) {
		List<String> sentences = new ArrayList<>();
		Matcher end = END.matcher(text);
		int start = 0;
		while (start < text.length() && end.find(start)) {
			int next = end.end();
			while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
				next++;
			}
			sentences.add(text.substring(start, next));
			start = next;
		}
		return sentences;
	}

}
