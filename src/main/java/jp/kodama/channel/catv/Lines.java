package jp.kodama.channel.catv;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines by the rules of Japanese typesetting (禁則処理, JIS X 4051): no line
 * begins with 、。」 or a small kana, none ends with 「, words and numbers stay whole.
 */
final class Lines {

	private static final String NOT_FIRST = "、。，．・：；？！‼⁇⁈⁉゛゜ー々〻ゝゞヽヾ…‥）］｝〕〉》」』】〟’”％℃～〜"
			+ "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.!?:;)]}%｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ";

	private static final String NOT_LAST = "（［｛〔〈《「『【〝‘“￥＄([{｢";

	private final int columns;

	private final List<String> lines = new ArrayList<>();

	private final StringBuilder line = new StringBuilder();

	private Lines(int columns) {
		this.columns = columns;
	}

	/**
	 * The lines of a text; empty ones are left out.
	 * @param columns the most half-width columns of a line, at least two
	 */
	static List<String> of(String text, int columns) {
		Lines lines = new Lines(columns);
		text.lines().forEach(lines::paragraph);
		return lines.lines;
	}

	private void paragraph(String text) {
		BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
		breaks.setText(text);
		int from = 0;
		for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
			if (to == text.length() || mayBreak(text, to)) {
				add(text.substring(from, to));
				from = to;
			}
		}
		flush();
	}

	/** What must stay together goes on this line, or whole to the next. */
	private void add(String piece) {
		if (Characters.width(this.line + piece.stripTrailing()) <= this.columns) {
			this.line.append(piece);
			return;
		}
		flush();
		String rest = piece.stripLeading();
		while (Characters.width(rest.stripTrailing()) > this.columns) {
			int cut = cut(rest);
			this.lines.add(rest.substring(0, cut));
			rest = rest.substring(cut);
		}
		this.line.append(rest);
	}

	private void flush() {
		String whole = this.line.toString().strip();
		if (!whole.isEmpty()) {
			this.lines.add(whole);
		}
		this.line.setLength(0);
	}

	/** Where to cut what is longer than a line: by the rules, if they leave a place. */
	private int cut(String text) {
		int most = 0;
		while (Characters.width(text.substring(0, text.offsetByCodePoints(most, 1))) <= this.columns) {
			most = text.offsetByCodePoints(most, 1);
		}
		for (int cut = most; cut > 0; cut = text.offsetByCodePoints(cut, -1)) {
			if (allowed(text, cut)) {
				return cut;
			}
		}
		return most;
	}

	private static boolean mayBreak(String text, int at) {
		boolean insideWord = solid(text.charAt(at - 1)) && solid(text.charAt(at));
		return !insideWord && allowed(text, at);
	}

	/** Blanks at the break fall away: what counts are the signs on either side. */
	private static boolean allowed(String text, int at) {
		String before = text.substring(0, at).stripTrailing();
		String after = text.substring(at).stripLeading();
		return before.isEmpty() || after.isEmpty()
				|| (NOT_FIRST.indexOf(after.charAt(0)) < 0 && NOT_LAST.indexOf(before.charAt(before.length() - 1)) < 0);
	}

	/** Latin letters, digits and their punctuation: a word, a number, an address. */
	private static boolean solid(char one) {
		return one > ' ' && one < 0x7f;
	}

}
