package jp.kodama.channel.website;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the notices a page shows: a page that is too heavy for a bad line helps
 * nobody.
 *
 * @param whole shown with all they say
 * @param brief shown by headline, with a link
 * @param left how many are not shown at all
 * @param translated whether translations are shown
 */
record Shelf(List<Notice> whole, List<Notice> brief, int left, boolean translated) {

	/**
	 * Ways to show them, from all to the least: translations go first, then what older
	 * notices say, then older headlines. The newest notice is whole in all of them.
	 */
	static List<Shelf> of(List<Notice> notices) {
		List<Shelf> ways = new ArrayList<>();
		int count = notices.size();
		ways.add(new Shelf(notices, List.of(), 0, true));
		for (int whole = count; whole >= Math.min(1, count); whole--) {
			ways.add(new Shelf(notices.subList(0, whole), notices.subList(whole, count), 0, false));
		}
		for (int shown = count - 1; shown >= 1; shown--) {
			ways.add(new Shelf(notices.subList(0, 1), notices.subList(1, shown), count - shown, false));
		}
		return ways;
	}

}
