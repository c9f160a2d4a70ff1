package jp.kodama.speech.alignment;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest way to make what was heard of what was said, where changing, losing and
 * adding a sound cost one each.
 */
final class Alignment {

	private final List<String> said;

	private final List<String> heard;

	/** Whether what was heard before and after costs nothing. */
	private final boolean openEnds;

	private final int[][] cost;

	private Alignment(List<String> said, List<String> heard, boolean openEnds) {
		this.said = said;
		this.heard = heard;
		this.openEnds = openEnds;
		this.cost = new int[said.size() + 1][heard.size() + 1];
		for (int j = 0; j <= heard.size(); j++) {
			this.cost[0][j] = openEnds ? 0 : j;
		}
		for (int i = 1; i <= said.size(); i++) {
			this.cost[i][0] = i;
			for (int j = 1; j <= heard.size(); j++) {
				this.cost[i][j] = Math.min(this.cost[i - 1][j - 1] + changed(i, j),
						Math.min(this.cost[i - 1][j] + 1, this.cost[i][j - 1] + 1));
			}
		}
	}

	static Comparison of(List<Said> words, Sounds heard, String language, boolean openEnds) {
		List<String> said = new ArrayList<>();
		int[] ends = new int[words.size()];
		for (int i = 0; i < ends.length; i++) {
			said.addAll(words.get(i).sounds(language).units());
			ends[i] = said.size();
		}
		Alignment alignment = new Alignment(said, heard.units(), openEnds);
		int end = alignment.end();
		List<List<String>> instead = alignment.trace(end);
		List<Fate> fates = new ArrayList<>();
		String between = language.startsWith("ja") ? "" : " ";
		for (int i = 0; i < ends.length; i++) {
			fates.add(alignment.fate(words.get(i), instead, (i > 0) ? ends[i - 1] : 0, ends[i], between));
		}
		return new Comparison(fates, alignment.cost[said.size()][end], said.size());
	}

	private int changed(int i, int j) {
		return this.said.get(i - 1).equals(this.heard.get(j - 1)) ? 0 : 1;
	}

	/** Where the last sound said was heard. */
	private int end() {
		int[] last = this.cost[this.said.size()];
		int end = this.heard.size();
		for (int j = this.heard.size(); this.openEnds && j >= 0; j--) {
			end = (last[j] < last[end]) ? j : end;
		}
		return end;
	}

	/** What was heard for each sound said; what was added belongs to the sound before. */
	private List<List<String>> trace(int end) {
		List<List<String>> instead = new ArrayList<>();
		for (int i = 0; i < this.said.size(); i++) {
			instead.add(new ArrayList<>());
		}
		int i = this.said.size();
		int j = end;
		while (i > 0) {
			// Of two ways that cost the same, the one that loses the later sounds: what
			// is cut off is cut off at its end.
			if (this.cost[i][j] == this.cost[i - 1][j] + 1) {
				i--;
			}
			else if (j > 0 && this.cost[i][j] == this.cost[i - 1][j - 1] + changed(i, j)) {
				instead.get(i - 1).add(0, this.heard.get(j - 1));
				i--;
				j--;
			}
			else {
				instead.get(i - 1).add(0, this.heard.get(j - 1));
				j--;
			}
		}
		return instead;
	}

	private Fate fate(Said word, List<List<String>> instead, int from, int to, String between) {
		List<String> heard = new ArrayList<>();
		for (int i = from; i < to; i++) {
			List<String> here = instead.get(i);
			// What was added after the word's last sound is no part of the word.
			heard.addAll((i == to - 1 && here.size() > 1) ? here.subList(0, 1) : here);
		}
		Fate.Kind kind = heard.equals(this.said.subList(from, to)) ? Fate.Kind.SURVIVED
				: heard.isEmpty() ? Fate.Kind.MISSING : Fate.Kind.CHANGED;
		return new Fate(word, kind, String.join(between, heard));
	}

}
