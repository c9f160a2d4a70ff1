package jp.kodama.audience.importing;

import java.util.regex.Pattern;

/**
 * Keeps cells from being run: spreadsheets calculate what begins with = + - @ TAB or CR
 * (OWASP, CSV Injection). An E.164 number begins with + and calculates nothing.
 */
final class Formula {

	private static final Pattern RUNS = Pattern.compile("^[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

	private static final Pattern E164 = Pattern.compile("\\+\\d{7,15}(;\\+\\d{7,15})*");

	private Formula() {
	}

	/** Whether a spreadsheet would calculate it. */
	static boolean runs(String cell) {
		return RUNS.matcher(cell).matches() && !E164.matcher(cell).matches();
	}

	/** A cell as it is written: quoted, and shown as text. */
	static String written(String cell) {
		String text = runs(cell) ? "'" + cell : cell;
		return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

	/** A cell as it was before it was written. */
	static String read(String cell) {
		boolean ours = cell.startsWith("'") && (runs(cell.substring(1)) || E164.matcher(cell.substring(1)).matches());
		return ours ? cell.substring(1) : cell;
	}

}
