package jp.kodama.audience.importing;

/**
 * Why a row is bad.
 *
 * @param line in the file, from 1
 * @param field the column's name; empty for the whole line
 * @param value what stands there, cut short
 * @param reason in Japanese / English
 */
public record Fault(int line, String field, String value, String reason) {

	private static final int SHOWN = 60;

	public Fault {
		value = (value.length() > SHOWN) ? value.substring(0, SHOWN) + "…" : value;
	}

}
