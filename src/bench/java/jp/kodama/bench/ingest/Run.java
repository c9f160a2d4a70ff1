package jp.kodama.bench.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Sinks;

/**
 * Earthquake early warnings, each an event of its own, renamed into the inbox while a mass
 * mailing of low priority goes on; then how many telegrams a second are decided. Arguments:
 * warnings (60), mails a second (1000), telegrams at once (3000).
 */
public final class Run implements Bench.Workload {

	private static final String TELEGRAM = """
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

	/** The town's own 地震情報／細分区域, and one that is far away. */
	private static final String HERE = "390";

	private static final String ELSEWHERE = "800";

	private static final String NOTICE = """
			{"event": "お知らせ", "headline": "お知らせ %d", "instruction": "水道の点検があります。", "severity": "Minor",
			 "urgency": "Future", "description": "あすの午後、水が濁ることがあります。", "expiresIn": "PT1H"}""";

	private volatile boolean mailing = true;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int warnings = argument(arguments, 0, 60);
		int mails = argument(arguments, 1, 1000);
		int flood = argument(arguments, 2, 3000);
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Sinks sinks = Sinks.all(engine);
		Figures figures = new Figures();
		engine.start();
		sinks.connect();
		warn(engine, "warm", 15);
		sinks.report(figures, "quiet: rename → first byte: ", warn(engine, "quiet", warnings));
		List<String> residents = new ArrayList<>();
		for (int i = 0; i < mails; i++) {
			residents.add("email resident" + i + "@example.jp");
		}
		engine.admit(residents);
		long before = sinks.count("email");
		long began = System.nanoTime();
		Thread mailing = new Thread(() -> mail(engine));
		mailing.start();
		List<Long> due = warn(engine, "busy", warnings);
		this.mailing = false;
		mailing.join();
		figures.with("mails beside", "per s", (sinks.count("email") - before) / ((System.nanoTime() - began) / 1e9));
		sinks.report(figures, "mailing: rename → first byte: ", due, Run::warning);
		figures.with("telegrams decided", "per s", flood / flood(engine, flood));
		engine.stop();
		return figures;
	}

	private static int argument(List<String> arguments, int place, int otherwise) {
		return (arguments.size() > place) ? Integer.parseInt(arguments.get(place)) : otherwise;
	}

	/** One a second; when each was renamed. */
	private static List<Long> warn(Engine engine, String event, int count) throws Exception {
		List<Long> due = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Path part = Files.writeString(engine.home().resolve("inbox/.part"), telegram(event + i, HERE));
			due.add(System.nanoTime());
			Files.move(part, engine.home().resolve("inbox/" + event + i + ".xml"), StandardCopyOption.ATOMIC_MOVE);
			Thread.sleep(1000);
		}
		return due;
	}

	/** A notice of low priority to all residents, every second. */
	private void mail(Engine engine) {
		for (int i = 0; this.mailing; i++) {
			try {
				engine.post("/api/v1/alerts?release=true", NOTICE.formatted(i));
				Thread.sleep(1000);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** How many seconds it takes to decide so many telegrams that lie there at once. */
	private static double flood(Engine engine, int count) throws Exception {
		Path waiting = Files.createDirectories(engine.home().resolve("waiting"));
		for (int i = 0; i < count; i++) {
			Files.writeString(waiting.resolve(i + ".xml"), telegram("flood" + i, ELSEWHERE));
		}
		long began = System.nanoTime();
		for (int i = 0; i < count; i++) {
			Files.move(waiting.resolve(i + ".xml"), engine.home().resolve("inbox/flood" + i + ".xml"),
					StandardCopyOption.ATOMIC_MOVE);
		}
		while (!empty(engine.home().resolve("inbox"))) {
			Thread.sleep(5);
		}
		return (System.nanoTime() - began) / 1e9;
	}

	private static boolean empty(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.noneMatch((file) -> file.toString().endsWith(".xml"));
		}
	}

	/** Everything but a mail of the mass mailing: base64 shows a word in one of three ways. */
	private static boolean warning(String text) {
		if (!text.contains("Message-ID")) {
			return true;
		}
		for (int before = 0; before < 3; before++) {
			byte[] word = ("x".repeat(before) + "緊急地震速報").getBytes(StandardCharsets.UTF_8);
			String encoded = Base64.getEncoder().withoutPadding().encodeToString(word);
			if (text.contains(encoded.substring((before > 0) ? 4 : 0, encoded.length() - 2))) {
				return true;
			}
		}
		return false;
	}

	private static String telegram(String event, String area) {
		return TELEGRAM.formatted(jp.kodama.alert.Key.capTime(OffsetDateTime.now()), event, area);
	}

}
