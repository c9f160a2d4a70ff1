package jp.kodama.intake.michibiki;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/**
 * Says what a DCR message (message type 43, reports of 気象庁) says: 緊急地震速報 and 津波 in full;
 * of the others, which the lines on the ground bring as XML, only what they are.
 */
final class DcrReader {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private static final String TSUNAMI_REGION = "津波予報区";

	private static final int EEW_REGIONS = 80;

	private static final int COASTS = 5;

	private static final int COAST_BITS = 26;

	private final CodeLists lists;

	DcrReader(CodeLists lists) {
		this.lists = lists;
	}

	Bulletin read(Bits bits, Instant received) throws Unreadable {
		int category = bits.at(17, 4);
		boolean known = this.lists.word("classes", bits.at(14, 3)).isPresent()
				&& this.lists.word("types", bits.at(41, 2)).isPresent()
				&& this.lists.words("versions").contains(Integer.toString(bits.at(214, 6)));
		Optional<List<Notice>> notices = notices(bits, this.lists.field("categories", category, "reads").orElse(""));
		String title = this.lists.field("categories", category, "title")
			.filter((name) -> known && notices.isPresent())
			.orElseGet(() -> this.lists.value("unknown"));
		Status status = Status.valueOf(this.lists.word("classes", bits.at(14, 3)).orElse("Actual"));
		MsgType type = MsgType.valueOf(this.lists.word("types", bits.at(41, 2)).orElse("Alert"));
		return new Bulletin(new Bulletin.Origin("michibiki", title, title, "気象庁"),
				new Bulletin.Issue(status, type, "", "", reported(bits, received)), "", notices.orElse(List.of()));
	}

	/** Empty if an area of it is unknown. */
	private Optional<List<Notice>> notices(Bits bits, String reads) {
		return switch (reads) {
			case "eew" -> eew(bits);
			case "tsunami" -> tsunami(bits);
			default -> Optional.of(List.of());
		};
	}

	private Optional<List<Notice>> eew(Bits bits) {
		Kind kind = new Kind("EEW", "緊急地震速報（警報）", "", "");
		List<Notice> notices = new ArrayList<>();
		for (int region = 1; region <= EEW_REGIONS; region++) {
			if (bits.at(129 + region, 1) == 0) {
				continue;
			}
			Optional<String> name = this.lists.field("eew-regions", region, "name");
			if (name.isEmpty()) {
				return Optional.empty();
			}
			for (String prefecture : this.lists.fields("eew-regions", region, "prefectures")) {
				notices.add(new Notice(kind, new Place(AreasOfDcx.PREFECTURE, "", prefecture, name.get(), true)));
			}
		}
		return Optional.of(notices);
	}

	private Optional<List<Notice>> tsunami(Bits bits) {
		int warning = bits.at(80, 4);
		Kind kind = new Kind(Integer.toString(warning), this.lists.word("tsunami", warning).orElse("津波の警報 " + warning),
				"", "");
		List<Notice> notices = new ArrayList<>();
		for (int i = 0; i < COASTS; i++) {
			int offset = 84 + i * COAST_BITS;
			int region = bits.at(offset + 16, 10);
			if (bits.at(offset, COAST_BITS) == 0) {
				break;
			}
			Optional<String> name = this.lists.word("tsunami-regions", region);
			if (name.isEmpty()) {
				return Optional.empty();
			}
			notices.add(new Notice(kind, new Place(TSUNAMI_REGION, "", Integer.toString(region), name.get(), true)));
		}
		return Optional.of(notices);
	}

	/** Month, day, hour and minute in UTC, of the year that is nearest. */
	private static OffsetDateTime reported(Bits bits, Instant received) throws Unreadable {
		OffsetDateTime now = received.atOffset(ZoneOffset.UTC);
		return Stream.of(-1, 0, 1)
			.flatMap((years) -> time(bits, now.getYear() + years))
			.min(Comparator.comparing((time) -> Duration.between(time, now).abs()))
			.map((time) -> time.atZoneSameInstant(JAPAN).toOffsetDateTime())
			.orElseThrow(() -> new Unreadable("発表時刻がありえません", "the report time is no time"));
	}

	private static Stream<OffsetDateTime> time(Bits bits, int year) {
		try {
			return Stream.of(OffsetDateTime.of(year, bits.at(21, 4), bits.at(25, 5), bits.at(30, 5), bits.at(35, 6), 0,
					0, ZoneOffset.UTC));
		}
		catch (DateTimeException ex) {
			return Stream.empty();
		}
	}

}
