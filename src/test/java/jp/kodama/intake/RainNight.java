package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The telegrams that one moment of a night of heavy rain arrives in, in the old form and
 * in that of 2026, as 気象庁 shapes them, for 穴水町 and a neighbour.
 */
final class RainNight {

	private static final String[] RAIN = { "", "", "10,レベル２大雨注意報", "03,レベル３大雨警報", "43,レベル４大雨危険警報", "33,レベル５大雨特別警報" };

	private static final String[] SLOPES = { "", "", "29,レベル２土砂災害注意報", "09,レベル３土砂災害警報", "49,レベル４土砂災害危険警報",
			"39,レベル５土砂災害特別警報" };

	/** Old names carry no level, and have none for level 4. */
	private static final String[] OLD = { "", "", "10,大雨注意報", "03,大雨警報", "03,大雨警報", "33,大雨特別警報" };

	private RainNight() {
	}

	/**
	 * All telegrams of one moment.
	 * @param rain 警戒レベル of 大雨, 0 for none
	 * @param slopes 警戒レベル of 土砂災害
	 */
	static List<Telegram> at(OffsetDateTime time, int rain, int slopes) {
		List<Telegram> telegrams = new ArrayList<>();
		telegrams.add(weather("VPWW53", "気象特別警報・警報・注意報", time, old(rain, slopes)));
		telegrams.add(weather("VPWW54", "気象警報・注意報（Ｈ２７）", time, old(rain, slopes)));
		telegrams.add(weather("VPWW55", "気象警報・注意報（Ｒ０６）（大雨）", time, kind(RAIN[rain], "")));
		telegrams.add(weather("VPWW56", "気象警報・注意報（Ｒ０６）（土砂）", time, kind(SLOPES[slopes], "")));
		telegrams.add(weather("VXWW50", "土砂災害警戒情報", time,
				(slopes >= 4) ? "<Kind><Name>警戒</Name><Code>3</Code><Status>発表</Status></Kind>"
						: "<Kind><Name>なし</Name><Code>0</Code><Status>なし</Status></Kind>"));
		if (rain == 5) {
			telegrams.add(new Telegram("VPNO50", report("気象特別警報報知", time, "", """
					<Information type="気象特別警報報知（市町村等）"><Item><Kind><Name>大雨特別警報</Name><Code>33</Code></Kind>
					<Areas codeType="気象・地震・火山情報／市町村等"><Area><Name>穴水町</Name><Code>1746100</Code></Area></Areas></Item>
					</Information>""")));
		}
		return telegrams;
	}

	private static String old(int rain, int slopes) {
		String cause = (rain == slopes) ? "土砂災害、浸水害" : (rain > slopes) ? "浸水害" : "土砂災害";
		int level = Math.max(rain, slopes);
		return kind(OLD[level], (level >= 3) ? "<Condition>" + cause + "</Condition>" : "");
	}

	private static String kind(String codeAndName, String more) {
		if (codeAndName.isEmpty()) {
			return "<Kind><Status>発表警報・注意報はなし</Status></Kind>";
		}
		String[] both = codeAndName.split(",");
		return "<Kind><Name>" + both[1] + "</Name><Code>" + both[0] + "</Code><Status>発表</Status>" + more + "</Kind>";
	}

	private static Telegram weather(String code, String title, OffsetDateTime time, String kind) {
		return new Telegram(code, report(title, time, """
				<Warning type="気象警報・注意報（市町村等）">
				<Item>%s<Area><Name>穴水町</Name><Code>1746100</Code></Area></Item>
				<Item><Kind><Status>発表警報・注意報はなし</Status></Kind><Area><Name>羽咋市</Name><Code>1720700</Code></Area></Item>
				</Warning>""".formatted(kind), ""));
	}

	private static String report(String title, OffsetDateTime time, String body, String head) {
		String stamp = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
		return """
				<Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
				<Control><Title>%s</Title><DateTime>%s</DateTime><Status>通常</Status>
				<EditorialOffice>金沢地方気象台</EditorialOffice><PublishingOffice>金沢地方気象台</PublishingOffice></Control>
				<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>石川県%s</Title>
				<ReportDateTime>%s</ReportDateTime><TargetDateTime>%s</TargetDateTime><EventID></EventID>
				<InfoType>発表</InfoType><Serial></Serial><InfoKind>%s</InfoKind><InfoKindVersion>1.0_0</InfoKindVersion>
				<Headline><Text></Text>%s</Headline></Head>
				<Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">%s</Body></Report>""".formatted(title,
				stamp, title, stamp, stamp, title, head, body);
	}

	/**
	 * A telegram.
	 *
	 * @param code its data code
	 * @param text its XML
	 */
	record Telegram(String code, String text) {

		byte[] bytes() {
			return this.text.getBytes(StandardCharsets.UTF_8);
		}

	}

}
