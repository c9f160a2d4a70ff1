package jp.kodama.channel.sms.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.kodama.audience.CodeTable;
import jp.kodama.delivery.Evidence;

/**
 * A provider's codes and what they mean to us, from a table in the channel's folder:
 * columns {@code code}, {@code meaning} and {@code lead} or {@code evidence}.
 */
public final class Codes {

	private final Map<String, Map<String, String>> rows;

	private Codes(List<Map<String, String>> rows) {
		this.rows = rows.stream().collect(Collectors.toMap((row) -> field(row, "code"), Function.identity()));
	}

	/**
	 * Reads one.
	 * @throws IllegalStateException naming the file, if it cannot be read
	 */
	public static Codes read(Path file) {
		return new Codes(CodeTable.read(file));
	}

	/** What a code leads to, or what all others lead to. */
	public Lead lead(String code, Lead otherwise) {
		Map<String, String> row = this.rows.get(code);
		return (row != null) ? Lead.valueOf(field(row, "lead").toUpperCase(Locale.ROOT)) : otherwise;
	}

	/** What a status proves, and whether it is the last; nothing for an unknown one. */
	public Evidence evidence(String code) {
		Map<String, String> row = this.rows.get(code);
		return (row != null) ? Evidence.valueOf(field(row, "evidence")) : Evidence.ACCEPTED;
	}

	/** Whether the provider says no more after this status. */
	public boolean last(String code) {
		Map<String, String> row = this.rows.get(code);
		return row != null && field(row, "last").equals("yes");
	}

	/** What it means, in words; the code itself if it is unknown. */
	public String meaning(String code) {
		Map<String, String> row = this.rows.get(code);
		return (row != null) ? field(row, "meaning") : code;
	}

	private static String field(Map<String, String> row, String name) {
		return row.getOrDefault(name, "");
	}

}
