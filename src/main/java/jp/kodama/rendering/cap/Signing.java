package jp.kodama.rendering.cap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Signs documents with the municipality's key: W3C XML-Signature, enveloped, RSA-SHA256,
 * exclusive canonical form, so that it still fits when others embed the document. Without
 * a key documents go out unsigned, and {@link #state} says so: an alert never waits for a
 * key.
 */
public final class Signing {

	private static final Logger log = LoggerFactory.getLogger(Signing.class);

	private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

	private final @Nullable SigningKey key;

	private final String state;

	private final boolean faulty;

	private Signing(@Nullable SigningKey key, String state, boolean faulty) {
		this.key = key;
		this.state = state;
		this.faulty = faulty;
	}

	/**
	 * Reads {@code config/cap.yaml}; absent: unsigned.
	 * @param root the folder that holds {@code config/}
	 */
	public static Signing load(Path root) {
		Path file = root.resolve("config/cap.yaml");
		if (!Files.exists(file)) {
			return unsigned();
		}
		try {
			SigningKey key = SigningKey.load(file);
			return (key != null) ? new Signing(key, key.state(), key.expired()) : unsigned();
		}
		catch (GeneralSecurityException | java.io.IOException | RuntimeException ex) {
			String why = file + ": " + ex.getMessage();
			log.warn("CAP documents go out unsigned: {}", why);
			return new Signing(null, "署名なし: 鍵を読めません / unsigned: the key cannot be read → " + why, true);
		}
	}

	/** How documents are signed, Japanese and English. */
	public String state() {
		return this.state;
	}

	/** Whether a key is configured that cannot be used, or is out of date. */
	public boolean faulty() {
		return this.faulty;
	}

	/** A document with its signature; the document itself if there is no key. */
	byte[] sign(byte[] document) {
		if (this.key == null) {
			return document;
		}
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
			factory.setNamespaceAware(true);
			Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
			sign(parsed, this.key);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			parsed.setXmlStandalone(true);
			TransformerFactory.newDefaultInstance()
				.newTransformer()
				.transform(new DOMSource(parsed), new StreamResult(bytes));
			return bytes.toByteArray();
		}
		catch (Exception ex) {
			log.error("a CAP document goes out unsigned", ex);
			return document;
		}
	}

	private static Signing unsigned() {
		return new Signing(null, "署名なし。鍵は config/cap.yaml / unsigned: no key in config/cap.yaml", false);
	}

	private static void sign(Document document, SigningKey key)
			throws GeneralSecurityException, MarshalException, XMLSignatureException {
		XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
		Reference whole = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null),
				List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
						factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
				null, null);
		SignedInfo info = factory.newSignedInfo(
				factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
				factory.newSignatureMethod(RSA_SHA256, null), List.of(whole));
		KeyInfoFactory keys = factory.getKeyInfoFactory();
		KeyInfo who = keys.newKeyInfo(List.of(keys.newX509Data(List.of(key.certificate()))));
		factory.newXMLSignature(info, who).sign(new DOMSignContext(key.key(), document.getDocumentElement()));
		unixLines(document, "SignatureValue");
		unixLines(document, "X509Certificate");
	}

	/** The JDK breaks Base64 with CR LF, which XML would have to write as entities. */
	private static void unixLines(Document document, String name) {
		NodeList found = document.getElementsByTagNameNS(javax.xml.crypto.dsig.XMLSignature.XMLNS, name);
		for (int i = 0; i < found.getLength(); i++) {
			Node node = found.item(i);
			node.setTextContent(node.getTextContent().replace("\r", ""));
		}
	}

}
