package jp.kodama.audience.importing;

import java.util.List;
import java.util.Objects;

import jp.kodama.audience.residents.Resident;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param line where it stands
 * @param read who it tells of; null if it could not be read at all
 * @param faults none if it is good
 */
record Row(int line, @Nullable Resident read, List<Fault> faults) {

	boolean good() {
		return this.faults.isEmpty();
	}

	Resident resident() {
		return Objects.requireNonNull(this.read);
	}

}
