package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.alert.Key;
import jp.kodama.audience.CodeTable;
import jp.kodama.intake.michibiki.Satellite;

/**
 * A drill of every kind of telegram that {@code config/policy/telegrams.csv} lists: of
 * each kind the telegram at hand that would do most if it were meant, marked as what it
 * is not. A kind of which no telegram is at hand borrows the body of a tsunami warning:
 * whatever it would lead to, it must not leave.
 */
final class Drills {

	private static final Path DATA = Path.of("../shared/data/jma-xml");

	private static final int TEST = 7;

	private final Explainer explainer = new Explainer(Telegrams.policy("17461"), (verdict) -> List.of(),
			Telegrams.READER);

	private final Map<String, Explanation> strongest = new LinkedHashMap<>();

	Drills() throws IOException {
		for (Path folder : List.of(Telegrams.FOLDER, DATA)) {
			for (Path file : files(folder)) {
				if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("encoding=\"Shift_JIS\"")) {
					continue;
				}
				Explanation one = this.explainer.explain(file, null);
				this.strongest.merge(one.decision().telegram(), one, Drills::stronger);
			}
		}
	}

	/**
	 * Every kind of the table, by its data code and title.
	 * @param status 訓練 or 試験
	 */
	Map<String, byte[]> all(String status) throws IOException {
		Map<String, byte[]> all = new LinkedHashMap<>();
		for (Map<String, String> row : CodeTable.read(Path.of("config/policy/telegrams.csv"))) {
			String code = row.getOrDefault("code", "");
			String name = code + " " + row.getOrDefault("title", "");
			all.put(name, code.startsWith("MDC") ? sentence(code).sentence() : telegram(row, status));
		}
		return all;
	}

	/** As it would be sent now. */
	static byte[] now(String xml) {
		OffsetDateTime now = OffsetDateTime.now(ZoneId.of("Asia/Tokyo")).withNano(0);
		return xml.replaceFirst("<ReportDateTime>[^<]*", "<ReportDateTime>" + Key.capTime(now))
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] telegram(Map<String, String> row, String status) throws IOException {
		Explanation own = this.strongest.get(row.getOrDefault("code", ""));
		String xml = Files.readString((own != null) ? Path.of(own.file()) : Telegrams.file("tsunami-major"));
		if (own == null) {
			xml = xml.replaceFirst("<Title>[^<]*", "<Title>" + row.getOrDefault("title", "").replace("*", "（未知）"));
		}
		return now(xml.replaceFirst("<Status>[^<]*", "<Status>" + status));
	}

	/** What a satellite says for each of its kinds, marked as a test. */
	private static Satellite sentence(String code) {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		if (code.startsWith("MDCR")) {
			return new Satellite().with(0, 8, 0x9A)
				.with(8, 6, 43)
				.with(14, 3, TEST)
				.with(17, 4, Integer.parseInt(code.substring(4)))
				.with(21, 4, now.getMonthValue())
				.with(25, 5, now.getDayOfMonth())
				.with(30, 5, now.getHour())
				.with(35, 6, now.getMinute())
				.with(80, 4, 3)
				.with(84 + 16, 10, 360)
				.with(214, 6, 1);
		}
		int provider = switch (code.charAt(4)) {
			case 'J' -> 2;
			case 'L' -> 1;
			case 'G' -> 4;
			default -> 9;
		};
		long minute = (now.getDayOfWeek().getValue() - 1) * 1440L + now.getHour() * 60L + now.getMinute() + 1;
		return Satellite.dcx(0, provider, 8).with(50, 14, minute).with(70, 10, 128).with(194 - 17, 1, 1);
	}

	private static Explanation stronger(Explanation one, Explanation other) {
		return Stream.of(one, other).max(Comparator.comparing((each) -> each.decision().verdict())).orElseThrow();
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return new ArrayList<>();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".xml")).sorted().toList();
		}
	}

}
