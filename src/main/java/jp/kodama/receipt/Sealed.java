package jp.kodama.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A receipt as the audit chain knows it.
 *
 * @param recipient about whom
 * @param line what the chain vouches for
 * @param whole whether address and detail are what was sealed, or erased
 * @param erased whether they are erased
 */
record Sealed(long recipient, String line, boolean whole, boolean erased) {

	static Sealed of(ResultSet row, int number) throws SQLException {
		Seal seal = new Seal(row.getString("salt"), row.getString("seal"));
		long recipient = row.getLong("recipient");
		String address = row.getString("address");
		String detail = row.getString("detail");
		String evidence = row.getString("evidence");
		String provider = row.getString("provider_id");
		if (seal.hash().isEmpty()) {
			// Written before receipts were sealed.
			return new Sealed(recipient, recipient + "|" + address + "|" + evidence + "|" + provider + "|" + detail,
					true, false);
		}
		boolean erased = seal.salt().isEmpty() && address.isEmpty() && detail.isEmpty();
		return new Sealed(recipient, Receipts.line(recipient, seal.hash(), evidence, provider),
				erased || seal.fits(address, detail), erased);
	}

}
