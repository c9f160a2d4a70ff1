package jp.kodama.rendering.cap;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import jp.kodama.alert.Alert;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The feed that other systems poll. */
class AtomFeedTests {

	private static final Path SCHEMA = Path.of("../shared/specs/atom/atom_rfc4287.rng");

	private final AtomFeed feed = new AtomFeed("kodama.anamizu.example.jp", "穴水町", SampleAlerts.SENT.toInstant(),
			"../alerts/");

	@Test
	void itIsValidAgainstTheSchemaOfTheRfc() throws Exception {
		assumeTrue(Files.exists(SCHEMA), "the schema of RFC 4287 is not beside this project");
		StringWriter errors = new StringWriter();
		PropertyMapBuilder settings = new PropertyMapBuilder();
		settings.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
		ValidationDriver driver = new ValidationDriver(settings.toPropertyMap());
		assertThat(driver.loadSchema(ValidationDriver.fileInputSource(SCHEMA.toFile()))).isTrue();
		for (List<Alert> alerts : List.of(List.copyOf(SampleAlerts.all().values()), List.<Alert>of())) {
			boolean valid = driver.validate(new InputSource(new ByteArrayInputStream(this.feed.write(alerts))));
			assertThat(valid).as(errors.toString()).isTrue();
		}
	}

	@Test
	void eachAlertLeadsToItsCapDocumentAndItsPage() throws Exception {
		Document xml = parse(this.feed.write(List.of(SampleAlerts.update(), SampleAlerts.evacuation())));
		assertThat(attributes(xml, "link", "href")).containsExactly("alerts.atom", "17461-update.cap.xml",
				"../alerts/17461-update.html", "17461-evacuation.cap.xml", "../alerts/17461-evacuation.html");
	}

	@Test
	void aFeedWithoutPagesLeadsToCapAlone() throws Exception {
		AtomFeed bare = new AtomFeed("x", "穴水町", SampleAlerts.SENT.toInstant(), "");
		assertThat(attributes(parse(bare.write(List.of(SampleAlerts.tsunami()))), "link", "href"))
			.containsExactly("alerts.atom", "17461-tsunami.cap.xml");
	}

	@Test
	void theActionIsInTheFeedItselfAndComesFirst() {
		String xml = new String(this.feed.write(List.of(SampleAlerts.tsunami())), StandardCharsets.UTF_8);
		assertThat(xml).containsSubsequence("<summary>ただちに海や川から離れ", "津波は何度も来ます");
	}

	@Test
	void anAlertKeepsItsIdForEverAndSharesItWithNoOther() throws Exception {
		NodeList ids = parse(this.feed.write(List.copyOf(SampleAlerts.all().values()))).getElementsByTagName("id");
		NodeList again = parse(this.feed.write(List.of(SampleAlerts.tsunami()))).getElementsByTagName("id");
		assertThat(ids.item(1).getTextContent()).isEqualTo(again.item(1).getTextContent());
		List<String> all = new ArrayList<>();
		for (int i = 0; i < ids.getLength(); i++) {
			all.add(ids.item(i).getTextContent());
		}
		assertThat(all).hasSize(6).doesNotHaveDuplicates().allMatch((id) -> id.startsWith("urn:uuid:"));
	}

	private static List<String> attributes(Document xml, String element, String attribute) {
		NodeList nodes = xml.getElementsByTagName(element);
		List<String> values = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			values.add(nodes.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
		}
		return values;
	}

	private static Document parse(byte[] xml) throws Exception {
		return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
	}

}
