package jp.kodama.testing;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;

/** The alerts that every channel has golden outputs for. */
public final class SampleAlerts {

	/** When the sample alerts were issued: four in the morning, a Tuesday in May. */
	public static final OffsetDateTime SENT = OffsetDateTime.parse("2026-05-12T04:05:00+09:00");

	private static final Area TOWN = Area.municipality("穴水町", "17461");

	private SampleAlerts() {
	}

	/** All, by the name of their golden folder. */
	public static Map<String, Alert> all() {
		Map<String, Alert> all = new LinkedHashMap<>();
		all.put("tsunami", tsunami());
		all.put("evacuation", evacuation());
		all.put("update", update());
		all.put("cancel", cancel());
		all.put("drill", drill());
		return all;
	}

	/** A tsunami warning, as made from a telegram. */
	public static Alert tsunami() {
		Classification kind = new Classification("Geo", "津波警報", "Evacuate", "Immediate", "Severe", "Likely");
		Info ja = info("ja-JP", kind,
				new Text("津波警報が発表されました", "石川県能登に津波警報が発表されました。津波は何度も来ます。警報が解除されるまで戻らないでください。",
						"ただちに海や川から離れ、高台や避難ビルなど安全な場所へ逃げてください。", "穴水町"),
				Map.of(Info.SOUND, "tsunami", Info.TELEGRAM, "VTSE41"));
		Info en = info("en-US",
				new Classification("Geo", "Tsunami Warning", "Evacuate", "Immediate", "Severe", "Likely"),
				new Text("Tsunami Warning",
						"A tsunami warning is in effect for Noto, Ishikawa. Waves come again and again. Stay away until the warning is lifted.",
						"Leave the shore and rivers now. Go to high ground or an evacuation building.", "Anamizu Town"),
				Map.of(Info.SOUND, "tsunami", Info.TELEGRAM, "VTSE41"));
		return alert("17461-tsunami", Status.Actual, MsgType.Alert, List.of(), ja, en);
	}

	/** An evacuation order of the mayor for two districts, with plain Japanese. */
	public static Alert evacuation() {
		Area district = new Area(
				"住吉地区・諸橋地区", List.of(new Area.Geocode(Area.Geocode.JIS, "17461"),
						new Area.Geocode(Area.Geocode.DISTRICT, "住吉"), new Area.Geocode(Area.Geocode.DISTRICT, "諸橋")),
				List.of());
		Classification kind = new Classification("Safety", "避難指示", "Evacuate", "Immediate", "Severe", "Likely");
		Map<String, String> level = Map.of(Info.LEVEL, "4", Info.SOUND, "evacuation");
		Info ja = new Info("ja-JP", kind,
				new Text("避難指示を発令しました", "土砂災害の危険が非常に高まっています。避難所は住吉公民館と諸橋公民館です。",
						"危険な場所から全員避難してください。外に出るのが危ないときは、崖から離れた二階以上の部屋へ移ってください。", "穴水町"),
				SENT.plusHours(12), level, List.of(district));
		Info easy = new Info("ja-x-easy", kind,
				new Text("すぐに にげてください（避難指示・ひなんしじ）", "土（つち）や 石（いし）が 山（やま）から おちて きます。とても あぶないです。",
						"いますぐ みんな あんぜんな ところへ にげてください。にげる ところは 住吉公民館（すみよし こうみんかん）と 諸橋公民館（もろはし こうみんかん）です。",
						"穴水町（あなみずまち）"),
				SENT.plusHours(12), level, List.of(district));
		Info en = new Info("en-US",
				new Classification("Safety", "Evacuation Order", "Evacuate", "Immediate", "Severe", "Likely"),
				new Text("Evacuation Order",
						"The danger of landslides is very high. Shelters: Sumiyoshi and Morohashi community centres.",
						"Everyone in danger areas must evacuate now. If going out is dangerous, move to an upper floor away from the slope.",
						"Anamizu Town"),
				SENT.plusHours(12), level, List.of(district));
		return alert("17461-evacuation", Status.Actual, MsgType.Alert, List.of(), ja, easy, en);
	}

	/** A major tsunami warning that takes the place of the tsunami warning. */
	public static Alert update() {
		Classification kind = new Classification("Geo", "大津波警報", "Evacuate", "Immediate", "Extreme", "Likely");
		Info ja = info("ja-JP", kind,
				new Text("大津波警報に切り替わりました", "石川県能登の津波警報が大津波警報に切り替わりました。巨大な津波のおそれがあります。",
						"ただちに、できるだけ高い所へ逃げてください。決して戻らないでください。", "穴水町"),
				Map.of(Info.SOUND, "tsunami-major", Info.TELEGRAM, "VTSE41"));
		Info en = info("en-US",
				new Classification("Geo", "Major Tsunami Warning", "Evacuate", "Immediate", "Extreme", "Likely"),
				new Text("Major Tsunami Warning",
						"The tsunami warning for Noto, Ishikawa has been raised to a major tsunami warning. A huge tsunami may come.",
						"Go as high as you can, now. Do not go back.", "Anamizu Town"),
				Map.of(Info.SOUND, "tsunami-major", Info.TELEGRAM, "VTSE41"));
		return alert("17461-update", Status.Actual, MsgType.Update, List.of(tsunami().key()), ja, en);
	}

	/** The tsunami warning is lifted. */
	public static Alert cancel() {
		Classification kind = new Classification("Geo", "津波警報", "AllClear", "Past", "Minor", "Observed");
		Info ja = info("ja-JP", kind,
				new Text("津波警報は解除されました", "石川県能登の津波警報は解除されました。海面の変動はしばらく続きます。", "海に入るときは、引き続き注意してください。", "穴水町"),
				Map.of(Info.SOUND, "lifted", Info.TELEGRAM, "VTSE41"));
		Info en = info("en-US", new Classification("Geo", "Tsunami Warning", "AllClear", "Past", "Minor", "Observed"),
				new Text("Tsunami Warning lifted",
						"The tsunami warning for Noto, Ishikawa has been lifted. The sea level may change for a while.",
						"Stay careful when you go into the sea.", "Anamizu Town"),
				Map.of(Info.SOUND, "lifted", Info.TELEGRAM, "VTSE41"));
		return alert("17461-cancel", Status.Actual, MsgType.Cancel, List.of(tsunami().key()), ja, en);
	}

	/** A drill: the tsunami warning, not meant. */
	public static Alert drill() {
		Alert meant = tsunami();
		return alert("17461-drill", Status.Exercise, MsgType.Alert, List.of(), meant.infos().toArray(Info[]::new));
	}

	/** The same, issued now and over soon. */
	public static Alert expiringIn(Alert alert, Duration time) {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(9)).withNano(0);
		return reissued(alert, now, now.plus(time));
	}

	/** The tsunami warning, with figures that may be told for some minutes. */
	public static Alert forecasting(String figures, int minutes) {
		Info meant = tsunami().main();
		return alert("17461-forecast", Status.Actual, MsgType.Alert, List.of(),
				info("ja-JP", meant.classification(), meant.text(), Map.of(Info.SOUND, "tsunami", Info.FIGURES, figures,
						Info.FIGURES_UNTIL, Key.capTime(SENT.plusMinutes(minutes)))));
	}

	/** A notice that can wait: the water will be cut off. */
	public static Alert notice() {
		Classification kind = new Classification("Infra", "断水のお知らせ", "Prepare", "Expected", "Minor", "Likely");
		Info ja = info("ja-JP", kind, new Text("断水のお知らせ", "水道管の工事のため、明日午前九時から正午まで断水します。", "飲み水をくみ置きしてください。", "穴水町"),
				Map.of());
		return alert("17461-notice", Status.Actual, MsgType.Alert, List.of(), ja);
	}

	/** The same alert issued now, under a number of its own. */
	public static Alert fresh(Alert alert) {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(9)).withNano(0);
		return alert.expires().isAfter(now) ? reissued(alert, now, alert.expires())
				: reissued(alert, now, now.plusHours(12));
	}

	private static Alert reissued(Alert alert, OffsetDateTime now, OffsetDateTime expires) {
		List<Info> infos = alert.infos()
			.stream()
			.map((info) -> new Info(info.language(), info.classification(), info.text(), expires, info.parameters(),
					info.areas()))
			.toList();
		String identifier = alert.identifier() + "-" + UUID.randomUUID().toString().substring(0, 8);
		return new Alert(new Key(alert.key().sender(), identifier, now), alert.status(), alert.msgType(),
				alert.handling(), alert.references(), infos);
	}

	/** An alert in Japanese only, made of one headline, action and description. */
	public static Alert saying(String headline, String action, String description) {
		Classification kind = new Classification("Safety", "お知らせ", "Monitor", "Expected", "Moderate", "Likely");
		return alert("17461-saying", Status.Actual, MsgType.Alert, List.of(),
				info("ja-JP", kind, new Text(headline, description, action, "穴水町"), Map.of()));
	}

	private static Info info(String language, Classification kind, Text text, Map<String, String> parameters) {
		return new Info(language, kind, text, SENT.plusHours(24), parameters, List.of(TOWN));
	}

	private static Alert alert(String identifier, Status status, MsgType msgType, List<Key> references, Info... infos) {
		return new Alert(new Key("kodama.anamizu.example.jp", identifier, SENT), status, msgType, Handling.from("test"),
				references, List.of(infos));
	}

}
