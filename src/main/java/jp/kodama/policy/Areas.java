package jp.kodama.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jp.kodama.audience.CodeTable;
import jp.kodama.audience.Municipalities;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.AreaMatch.Result;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/**
 * Finds what a message says for a municipality. Where it names areas in several ways (府県
 * 予報区, 市町村 …), the most exact one alone decides; within it, the body before the headline.
 */
final class Areas {

	private static final int UNRANKED = Integer.MAX_VALUE;

	private final List<Row> rows;

	private Areas(List<Row> rows) {
		this.rows = rows;
	}

	/**
	 * Reads how exact each way of naming an area is.
	 * @param folder {@code config/areas}
	 */
	static Areas load(Path folder) {
		return new Areas(CodeTable.read(folder.resolve("code-systems.csv"))
			.stream()
			.map((row) -> new Row(row.getOrDefault("system", ""), row.getOrDefault("block", ""),
					row.getOrDefault("rank", "").equals("-") ? UNRANKED
							: Integer.parseInt(row.getOrDefault("rank", ""))))
			.toList());
	}

	AreaMatch match(List<Notice> notices, Municipality municipality) {
		int best = notices.stream().mapToInt((notice) -> rank(notice.place())).min().orElse(UNRANKED);
		if (best == UNRANKED) {
			return new AreaMatch(Result.NOWHERE, best, where(notices, this::strange));
		}
		List<Notice> exact = where(notices, (place) -> rank(place) == best);
		List<Notice> body = where(exact, Place::body);
		List<Notice> deciding = body.isEmpty() ? exact : body;
		List<Notice> ours = where(deciding,
				(place) -> municipality.codes().getOrDefault(place.system(), List.of()).contains(place.code()));
		if (!ours.isEmpty()) {
			return new AreaMatch(Result.OURS, best, ours);
		}
		List<Notice> unknown = where(deciding, (place) -> perhaps(place, municipality.codes()));
		return unknown.isEmpty() ? new AreaMatch(Result.ELSEWHERE, best, List.of())
				: new AreaMatch(Result.UNKNOWN, best, unknown);
	}

	/** What stands in no area that Kodama ranks: volcanoes, rivers, or no area at all. */
	List<Notice> unplaced(List<Notice> notices) {
		return where(notices, (place) -> place.system().isEmpty());
	}

	/** Whether nobody can say that it is not ours. */
	private static boolean perhaps(Place place, Map<String, List<String>> codes) {
		List<String> some = codes.get(place.system() + Municipalities.PERHAPS);
		return (some != null) ? some.contains(place.code()) : !codes.containsKey(place.system());
	}

	/** Named in a way that the table has never heard of. */
	private boolean strange(Place place) {
		return !place.code().isEmpty() && this.rows.stream().noneMatch((row) -> row.system.equals(place.system()));
	}

	private int rank(Place place) {
		return this.rows.stream()
			.filter((row) -> row.system.equals(place.system()) && place.block().contains(row.block))
			.mapToInt(Row::rank)
			.findFirst()
			.orElse(UNRANKED);
	}

	private static List<Notice> where(List<Notice> notices, Predicate<Place> test) {
		return notices.stream().filter((notice) -> test.test(notice.place())).toList();
	}

	/** A row of {@code code-systems.csv}. */
	private record Row(String system, String block, int rank) {
	}

}
