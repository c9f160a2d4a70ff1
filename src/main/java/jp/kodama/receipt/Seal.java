package jp.kodama.receipt;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import jp.kodama.delivery.Report;

/**
 * What the audit chain knows of a receipt's personal part: a hash of the address and the
 * provider's words under a salt of their own. Without the salt nobody finds the address
 * by trying all telephone numbers; with address and salt erased the chain is still whole.
 *
 * @param salt 32 hexadecimal digits; empty once erased
 * @param hash 64 hexadecimal digits
 */
record Seal(String salt, String hash) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 16;

	/** New ones, in the same order; asked for together, because randomness is dear. */
	static List<Seal> of(List<Report> reports) {
		byte[] salts = new byte[BYTES * reports.size()];
		RANDOM.nextBytes(salts);
		return IntStream.range(0, reports.size()).mapToObj((at) -> {
			Report report = reports.get(at);
			String hex = HexFormat.of().formatHex(salts, at * BYTES, (at + 1) * BYTES);
			return new Seal(hex, hash(hex, report.recipient().address(), report.detail()));
		}).toList();
	}

	/** A new one. */
	static Seal of(Report report) {
		return of(List.of(report)).get(0);
	}

	/** Whether this is what was sealed; what was erased cannot be told from it. */
	boolean fits(String address, String detail) {
		return this.hash.equals(hash(this.salt, address, detail));
	}

	private static String hash(String salt, String address, String detail) {
		return Digest.of(List.of(salt, address, detail));
	}

}
