package jp.kodama.rendering.cap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Resource;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** An alert as other systems read it. */
class CapXmlTests {

	private final Schema schema = schema();

	@TestFactory
	Stream<DynamicTest> everySampleAlertIsValidAgainstTheSchema() {
		return SampleAlerts.all()
			.entrySet()
			.stream()
			.map((sample) -> DynamicTest.dynamicTest(sample.getKey(), () -> valid(CapXml.write(sample.getValue()))));
	}

	@Test
	void anAlertWithEverythingOddInItIsStillValid() throws Exception {
		Alert odd = odd();
		valid(CapXml.write(odd));
		assertThat(text(odd)).contains("<code>rehearsal</code>")
			.contains("<incidents>\"Noto 2026\"</incidents>")
			.contains("<polygon>37.1,136.8 37.3,136.8 37.3,137.0 37.1,136.8</polygon>")
			.contains("逃げて &lt;今すぐ&gt; &amp; 高く 𠮷")
			.doesNotContain("\u0007");
	}

	@Test
	void timesNeverEndInZ() {
		assertThat(text(odd())).contains("<sent>2026-05-11T19:05:00+00:00</sent>").doesNotContain("Z<");
	}

	@Test
	void anUpdateNamesWhatItReplacesByTheWholeTriple() {
		assertThat(text(SampleAlerts.update())).contains("<msgType>Update</msgType>")
			.contains("<references>kodama.anamizu.example.jp,17461-tsunami,2026-05-12T04:05:00+09:00</references>");
	}

	@Test
	void theLevelAndTheDistrictsTravelWithIt() {
		assertThat(text(SampleAlerts.evacuation()).replaceAll(">\\s+<", "><"))
			.contains("<parameter><valueName>警戒レベル</valueName><value>4</value></parameter>")
			.contains("<areaDesc>住吉地区・諸橋地区</areaDesc>")
			.contains("<geocode><valueName>JISX0402</valueName><value>17461</value></geocode>");
	}

	@Test
	void aSignLanguageVideoTravelsAsAResource() throws Exception {
		Alert base = SampleAlerts.tsunami();
		Info ja = base.main();
		Info signed = new Info(ja.language(), ja.classification(), ja.text(), ja.expires(), ja.parameters(), ja.areas(),
				List.of(new Resource("手話動画", "video/mp4", "https://town.example.jp/sl/tsunami.mp4")));
		Alert alert = new Alert(base.key(), base.status(), base.msgType(), base.handling(), base.references(),
				List.of(signed));
		valid(CapXml.write(alert));
		assertThat(text(alert).replaceAll(">\\s+<", "><"))
			.contains("<resource><resourceDesc>手話動画</resourceDesc><mimeType>video/mp4</mimeType>"
					+ "<uri>https://town.example.jp/sl/tsunami.mp4</uri></resource><area>");
	}

	@Test
	void aDrillSaysSoToMachinesToo() {
		assertThat(text(SampleAlerts.drill())).contains("<status>Exercise</status>");
	}

	private static Alert odd() {
		Alert base = SampleAlerts.tsunami();
		Info info = base.main();
		Area ring = new Area("海岸", List.of(new Area.Geocode("empty", "")),
				List.of("37.1,136.8 37.3,136.8 37.3,137.0 37.1,136.8"));
		Info odd = new Info("ja", info.classification(), new Text("津波\u0007警報", "", "逃げて <今すぐ> & 高く 𠮷", ""),
				info.expires(), Map.of("b", "2", "a", ""), List.of(ring));
		Key key = new Key("x.example.jp", "2.49.0/穴水", OffsetDateTime.parse("2026-05-11T19:05:00Z"));
		return new Alert(key, Status.Actual, MsgType.Alert,
				new Handling("api", List.of(Handling.REHEARSAL), "Noto 2026"), List.of(), List.of(odd));
	}

	private static String text(Alert alert) {
		return new String(CapXml.write(alert), StandardCharsets.UTF_8);
	}

	private void valid(byte[] xml) throws Exception {
		this.schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
	}

	private static Schema schema() {
		try {
			return SchemaFactory.newDefaultInstance()
				.newSchema(Path.of("src/main/resources/cap/CAP-v1.2.xsd").toFile());
		}
		catch (org.xml.sax.SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
