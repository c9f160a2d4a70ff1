package jp.kodama.rendering;

import java.util.List;

import jp.kodama.alert.Alert;

/**
 * What the public sees at a moment, besides the alert that is being put out: for channels
 * that show a state rather than send a message.
 *
 * @param standing in force, the alert itself included if it is, newest first
 * @param past over, newest first; not all there ever were
 */
public record Board(List<Alert> standing, List<Alert> past) {

	public Board {
		standing = List.copyOf(standing);
		past = List.copyOf(past);
	}

	/** With nothing that is over. */
	public static Board of(List<Alert> standing) {
		return new Board(standing, List.of());
	}

	Board marked() {
		return new Board(this.standing.stream().map(DrillMark::on).toList(),
				this.past.stream().map(DrillMark::on).toList());
	}

}
