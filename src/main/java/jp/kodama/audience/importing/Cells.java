package jp.kodama.audience.importing;

import java.util.List;

/**
 * One row's fields, and what is wrong with them.
 *
 * @param line where it stands
 * @param header which field is where
 * @param row the fields
 * @param faults grows
 */
record Cells(int line, Header header, String[] row, List<Fault> faults) {

	/** A field; empty where the file has no such column. */
	String field(Column column) {
		return this.header.field(this.row, column);
	}

	void fault(Column column, String value, String reason) {
		fault(column.japanese(), value, reason);
	}

	void fault(String column, String value, String reason) {
		this.faults.add(new Fault(this.line, column, value, reason));
	}

}
