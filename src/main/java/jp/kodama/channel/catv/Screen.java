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

	/**
	 * The pages of one message: a line of headline and number each, then the text. What
	 * stands between empty lines stays on one page where it can.
	 */
	List<String> pages(String headline, String text) {
		List<List<String>> sheets = sheets(text);
		List<String> pages = new ArrayList<>();
		for (List<String> sheet : sheets) {
			String number = (sheets.size() > 1) ? " " + (pages.size() + 1) + "/" + sheets.size() : "";
			List<String> shown = new ArrayList<>(sheet);
			shown.add(0, head(headline, number));
			pages.add(String.join("\r\n", shown) + "\r\n");
		}
		return pages;
	}

	private List<List<String>> sheets(String text) {
		int room = this.rows - 1;
		List<String> sheet = new ArrayList<>();
		List<List<String>> sheets = new ArrayList<>(List.of(sheet));
		for (String block : text.split("\n\\s*\n")) {
			List<String> lines = Lines.of(block, this.columns);
			boolean whole = lines.size() > room - sheet.size() && lines.size() <= room;
			for (int i = 0; i < lines.size(); i++) {
				if (sheet.size() == room || (i == 0 && whole && !sheet.isEmpty())) {
					sheet = new ArrayList<>();
					sheets.add(sheet);
				}
				sheet.add(lines.get(i));
			}
		}
		return sheets;
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
