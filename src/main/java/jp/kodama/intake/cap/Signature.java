package jp.kodama.intake.cap;

import java.security.GeneralSecurityException;
import java.security.KeyException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;

import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.CapMessage.Seal;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The signature of a message (W3C XML-Signature, enveloped). Only one form is taken: a
 * single signature, child of the root, over the whole document that is read afterwards;
 * so nothing can stand in the document that is read but not signed.
 */
final class Signature {

	private final Element element;

	private Signature(Element element) {
		this.element = element;
	}

	/**
	 * Looks at the signature of a message.
	 * @throws Unreadable if it does not fit, or is of a form that hides what it covers
	 */
	static Seal of(Node alert) throws Unreadable {
		NodeList found = alert.element().getOwnerDocument().getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
		if (found.getLength() == 0) {
			return Seal.NONE;
		}
		if (found.getLength() > 1 || found.item(0).getParentNode() != alert.element()
				|| alert.element().getParentNode() != alert.element().getOwnerDocument()) {
			throw bad("署名の数か位置が不正", "not a single signature at the root: signature wrapping");
		}
		try {
			return new Signature((Element) found.item(0)).check();
		}
		catch (Changed ex) {
			return new Signature(Compact.signature(alert.element().getOwnerDocument())).check();
		}
	}

	private Seal check() throws Unreadable {
		try {
			String weak = SignedForm.weak(new Node(this.element));
			if (!weak.isEmpty()) {
				return new Seal(Seal.State.UNCHECKED, "", "方式が古いか未知 / algorithm not accepted: " + weak);
			}
			XMLSignature signature = read(null).signature;
			SignedForm.covers(signature);
			List<PublicKey> keys = SignedForm.keys(signature);
			if (keys.isEmpty()) {
				return new Seal(Seal.State.UNCHECKED, "", "証明書が付いていない / carries no certificate");
			}
			for (PublicKey key : keys) {
				Attempt attempt = read(key);
				if (attempt.signature.validate(attempt.context)) {
					return new Seal(Seal.State.SOUND, Base64.getEncoder().encodeToString(key.getEncoded()), "");
				}
			}
			throw new Changed();
		}
		catch (MarshalException | XMLSignatureException | KeyException ex) {
			throw bad("読めない", String.valueOf(ex.getMessage()));
		}
	}

	private Attempt read(@org.jspecify.annotations.Nullable PublicKey key) throws MarshalException {
		KeySelector selector = (key != null) ? KeySelector.singletonKeySelector(key) : new NoKey();
		DOMValidateContext context = new DOMValidateContext(selector, this.element);
		context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
		return new Attempt(XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context), context);
	}

	static Unreadable bad(String japanese, String english) {
		return new Unreadable("署名が正しくありません（" + japanese + "）", "bad signature: " + english);
	}

	/** The document is not what was signed. */
	private static final class Changed extends Unreadable {

		private static final long serialVersionUID = 1L;

		Changed() {
			super("署名が正しくありません（内容が署名後に変えられたか、鍵が違う）",
					"bad signature: does not fit: changed after signing, or another key");
		}

	}

	/** A signature read for a key. */
	private record Attempt(XMLSignature signature, DOMValidateContext context) {
	}

	/** For reading only. */
	private static final class NoKey extends KeySelector {

		@Override
		public javax.xml.crypto.KeySelectorResult select(javax.xml.crypto.dsig.keyinfo.KeyInfo keyInfo, Purpose purpose,
				javax.xml.crypto.AlgorithmMethod method, javax.xml.crypto.XMLCryptoContext context)
				throws javax.xml.crypto.KeySelectorException {
			throw new javax.xml.crypto.KeySelectorException(new GeneralSecurityException("no key"));
		}

	}

}
