package jp.kodama.intake.cap;

import java.security.KeyException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.keyinfo.KeyValue;
import javax.xml.crypto.dsig.keyinfo.X509Data;

import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;

/** Which forms of signature are taken: algorithms, what is covered, whose keys. */
final class SignedForm {

	private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

	private static final Set<String> METHODS = Set.of(MORE + "rsa-sha256", MORE + "rsa-sha384", MORE + "rsa-sha512",
			MORE + "ecdsa-sha256", MORE + "ecdsa-sha384", MORE + "ecdsa-sha512",
			"http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1");

	private static final Set<String> DIGESTS = Set.of("http://www.w3.org/2001/04/xmlenc#sha256", MORE + "sha384",
			"http://www.w3.org/2001/04/xmlenc#sha512");

	private static final String C14N11 = "http://www.w3.org/2006/12/xml-c14n11";

	private static final Set<String> CANONICAL = Set.of(CanonicalizationMethod.INCLUSIVE,
			CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS, CanonicalizationMethod.EXCLUSIVE,
			CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS, C14N11, C14N11 + "#WithComments");

	private static final int MAX_KEYS = 5;

	private SignedForm() {
	}

	/** Asked before the JDK reads it, which refuses old algorithms without a name. */
	static String weak(Node signature) {
		Node info = signature.first("SignedInfo").orElse(signature);
		List<String> methods = info.path("SignatureMethod").stream().map(SignedForm::algorithm).toList();
		List<String> digests = info.path("Reference", "DigestMethod").stream().map(SignedForm::algorithm).toList();
		return Stream
			.concat(methods.stream().filter((one) -> !METHODS.contains(one)),
					digests.stream().filter((one) -> !DIGESTS.contains(one)))
			.findFirst()
			.orElse("");
	}

	private static String algorithm(Node node) {
		return node.attribute("Algorithm");
	}

	/** The whole document, and nothing done to it but taking the signature out. */
	static void covers(XMLSignature signature) throws Unreadable {
		List<Reference> references = signature.getSignedInfo().getReferences();
		String canonical = signature.getSignedInfo().getCanonicalizationMethod().getAlgorithm();
		if (references.size() != 1 || !"".equals(references.get(0).getURI()) || !CANONICAL.contains(canonical)) {
			throw Signature.bad("文書全体への署名ではない", "must cover the whole document by one reference of URI \"\"");
		}
		List<String> transforms = references.get(0).getTransforms().stream().map(Transform::getAlgorithm).toList();
		boolean plain = !transforms.isEmpty() && transforms.get(0).equals(Transform.ENVELOPED)
				&& transforms.stream().skip(1).allMatch(CANONICAL::contains);
		if (!plain) {
			throw Signature.bad("文書を変形してから署名している", "transforms other than enveloped-signature and c14n: " + transforms);
		}
	}

	static List<PublicKey> keys(XMLSignature signature) throws KeyException {
		List<PublicKey> keys = new ArrayList<>();
		if (signature.getKeyInfo() == null) {
			return keys;
		}
		for (XMLStructure part : signature.getKeyInfo().getContent()) {
			if (part instanceof KeyValue value) {
				keys.add(value.getPublicKey());
			}
			else if (part instanceof X509Data data) {
				data.getContent()
					.stream()
					.filter(X509Certificate.class::isInstance)
					.map((one) -> ((X509Certificate) one).getPublicKey())
					.forEach(keys::add);
			}
		}
		return keys.stream().distinct().limit(MAX_KEYS).toList();
	}

}
