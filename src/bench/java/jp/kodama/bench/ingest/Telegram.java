package jp.kodama.bench.ingest;

import java.time.OffsetDateTime;

import jp.kodama.alert.Key;

/** A made-up earthquake early warning. */
final class Telegram {

	/** The town's own 地震情報／細分区域, and one that is far away. */
	static final String HERE = "390";

	static final String ELSEWHERE = "800";

	private static final String EEW = """
			<?xml version="1.0" encoding="UTF-8"?>
			<Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
			<Control><Title>緊急地震速報（警報）</Title><DateTime>%1$s</DateTime><Status>通常</Status>
			<EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁本庁</PublishingOffice></Control>
			<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>緊急地震速報（警報）</Title>
			<ReportDateTime>%1$s</ReportDateTime><TargetDateTime>%1$s</TargetDateTime><EventID>%2$s</EventID>
			<InfoType>発表</InfoType><Serial>1</Serial><InfoKind>緊急地震速報（警報）</InfoKind>
			<InfoKindVersion>1.0_0</InfoKindVersion><Headline><Text>強い揺れに警戒</Text></Headline></Head>
			<Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/"><Intensity><Forecast>
			<CodeDefine><Type xpath="Pref/Area/Code">地震情報／細分区域</Type></CodeDefine>
			<Pref><Name>石川</Name><Code>9170</Code><Area><Name>石川県能登</Name><Code>%3$s</Code><Category><Kind>
			<Name>緊急地震速報（警報）</Name><Code>31</Code></Kind></Category></Area></Pref>
			</Forecast></Intensity></Body></Report>
			""";

	private Telegram() {
	}

	static String eew(String event, String area, OffsetDateTime issued) {
		return EEW.formatted(Key.capTime(issued), event, area);
	}

}
