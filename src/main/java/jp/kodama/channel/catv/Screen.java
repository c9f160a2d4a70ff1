package jp.kodama.channel.catv;

import java.util.ArrayList;
import java.util.List;

/**
 * The screen of a character generator. Each page opens with the headline, so that
 * whatever it says, 「訓練」 too, is seen on all of them.
 *
 * @param columns half-width columns, at least 32 to hold a whole drill mark; a full-width
 * character takes two
 * @param rows lines
 */
record Screen(int columns, int rows) {

	private static final String MORE = "…";

	Screen {
		if (columns < 32 || rows < 2) {
			throw new IllegalArgumentException("limits.columns must be 32 or more, limits.rows 2 or more");
		}
	}

	/** The pages of one message: a line of headline and number each, then the text. */
	List<String> pages(String headline, String text) {
		List<String> lines = Lines.of(text, this.columns);
		int body = this.rows - 1;
		int count = Math.max(1, (lines.size() + body - 1) / body);
		List<String> pages = new ArrayList<>();
		for (int page = 0; page < count; page++) {
			List<String> shown = new ArrayList<>();
			shown.add(head(headline, (count > 1) ? " " + (page + 1) + "/" + count : ""));
			shown.addAll(lines.subList(page * body, Math.min(lines.size(), (page + 1) * body)));
			pages.add(String.join("\r\n", shown) + "\r\n");
		}
		return pages;
	}

	/** The headline, cut where it must be, and the page's number at the right edge. */
	private String head(String headline, String number) {
		String title = headline;
		int room = this.columns - number.length();
		while (Characters.width(title) > room) {
			String shorter = title.endsWith(MORE) ? title.substring(0, title.length() - 1) : title;
			title = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1)) + MORE;
		}
		return number.isEmpty() ? title : title + " ".repeat(room - Characters.width(title)) + number;
	}

}
