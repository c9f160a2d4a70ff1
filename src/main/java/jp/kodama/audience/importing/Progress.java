package jp.kodama.audience.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a file so far. Written by one thread, read by any.
 */
public final class Progress {

	/** As many bad rows as a person reads on a page; the list of all is a file. */
	private static final int SHOWN = 200;

	private final List<Fault> faults = new ArrayList<>();

	private final List<String> samples = new ArrayList<>();

	private int rows;

	private int bad;

	private int kept;

	synchronized void add(List<Row> some) {
		for (Row row : some) {
			this.rows++;
			if (row.good()) {
				continue;
			}
			this.bad++;
			row.faults().stream().limit(SHOWN - this.faults.size()).forEach(this.faults::add);
		}
	}

	synchronized void keep(int more) {
		this.kept += more;
	}

	synchronized void preview(List<String> rows) {
		this.samples.addAll(rows);
	}

	/** Rows read so far. */
	public synchronized int rows() {
		return this.rows;
	}

	/** Of them, the bad ones. */
	public synchronized int bad() {
		return this.bad;
	}

	/** Of them, the good ones. */
	public synchronized int good() {
		return this.rows - this.bad;
	}

	/** Of the good ones, those taken in so far. */
	public synchronized int kept() {
		return this.kept;
	}

	/** The first faults, by line. */
	public synchronized List<Fault> faults() {
		return List.copyOf(this.faults);
	}

	/** The first good rows as they were understood. */
	public synchronized List<String> samples() {
		return List.copyOf(this.samples);
	}

}
