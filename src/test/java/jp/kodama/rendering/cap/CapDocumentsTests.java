package jp.kodama.rendering.cap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;

import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Municipalities;
import jp.kodama.testing.SampleAlerts;
import jp.kodama.testing.SenderKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** What other systems get: drawn, signed, valid. */
class CapDocumentsTests {

	@TempDir
	Path root;

	@BeforeEach
	void areas() throws Exception {
		Files.createDirectories(this.root.resolve("config"));
		Files.createSymbolicLink(this.root.resolve("config/areas"), Path.of("config/areas").toAbsolutePath());
	}

	@Test
	void everySampleIsSignedValidAndTheSameEachTime() throws Exception {
		SenderKey key = SenderKey.in(this.root.resolve("keys"), "anamizu");
		key.signs(this.root);
		CapDocuments documents = documents();
		assertThat(documents.signing().state()).startsWith("署名あり").contains("CN=anamizu");
		assertThat(documents.signing().faulty()).isFalse();
		for (Alert alert : SampleAlerts.all().values()) {
			byte[] document = documents.write(alert);
			assertThat(documents.write(alert)).isEqualTo(document);
			valid(document);
			assertThat(fits(document, key)).isTrue();
			assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("&#13;")
				.contains("xmldsig-more#rsa-sha256");
			String other = new String(document, StandardCharsets.UTF_8).replace("<scope>Public", "<scope>Private");
			assertThat(fits(other.getBytes(StandardCharsets.UTF_8), key)).isFalse();
		}
	}

	@Test
	void theTownIsDrawnItsDistrictsAreNot() {
		CapDocuments documents = documents();
		assertThat(text(documents, SampleAlerts.tsunami())).contains("<polygon>37.1689,136.8891 37.1748,136.8956 ")
			.contains("<value>17461</value>");
		assertThat(text(documents, SampleAlerts.evacuation())).doesNotContain("<polygon>").contains("17461");
	}

	@Test
	void withoutAKeyItGoesOutUnsignedAndSaysSo() throws Exception {
		CapDocuments documents = documents();
		assertThat(documents.signing().state()).contains("署名なし").contains("unsigned");
		assertThat(documents.signing().faulty()).isFalse();
		assertThat(text(documents, SampleAlerts.tsunami())).doesNotContain("Signature");
	}

	@Test
	void aKeyThatCannotBeReadHoldsNoAlertBack() throws Exception {
		SenderKey.in(this.root.resolve("keys"), "anamizu").signs(this.root);
		Files.writeString(this.root.resolve("keys/password.txt"), "wrong");
		CapDocuments documents = documents();
		assertThat(documents.signing().faulty()).isTrue();
		assertThat(documents.signing().state()).contains("鍵を読めません", "cap.yaml").doesNotContain("wrong");
		assertThat(text(documents, SampleAlerts.tsunami())).contains("<identifier>").doesNotContain("Signature");
	}

	private CapDocuments documents() {
		return new CapDocuments(this.root, Municipalities.load(Path.of("config/areas")).find("17461"));
	}

	private static String text(CapDocuments documents, Alert alert) {
		return new String(documents.write(alert), StandardCharsets.UTF_8);
	}

	private static boolean fits(byte[] document, SenderKey key) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		factory.setNamespaceAware(true);
		Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
		try (InputStream pem = Files.newInputStream(key.certificate())) {
			PublicKey who = CertificateFactory.getInstance("X.509").generateCertificate(pem).getPublicKey();
			DOMValidateContext context = new DOMValidateContext(who,
					parsed.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
			return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
		}
	}

	private static void valid(byte[] document) throws Exception {
		SchemaFactory.newDefaultInstance()
			.newSchema(Path.of("src/main/resources/cap/CAP-v1.2.xsd").toFile())
			.newValidator()
			.validate(new StreamSource(new ByteArrayInputStream(document)));
	}

}
