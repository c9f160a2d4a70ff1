package jp.kodama.intake.cap;

import javax.xml.crypto.dsig.XMLSignature;

import jp.kodama.intake.xml.Node;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/**
 * A document without blanks between elements and without anything outside its root. Some
 * senders sign first and then lay the document out for reading and add a style sheet: in
 * CAP that says nothing, so their signature is checked without it too.
 */
final class Compact {

	private Compact() {
	}

	/** The signature of a compact copy. */
	static Element signature(Document document) {
		Document copy = (Document) document.cloneNode(true);
		org.w3c.dom.Node next = copy.getFirstChild();
		while (next != null) {
			org.w3c.dom.Node node = next;
			next = node.getNextSibling();
			if (node.getNodeType() != org.w3c.dom.Node.ELEMENT_NODE) {
				copy.removeChild(node);
			}
		}
		strip(copy.getDocumentElement());
		return (Element) copy.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
	}

	private static void strip(Element element) {
		boolean parent = !new Node(element).all().isEmpty();
		org.w3c.dom.Node next = element.getFirstChild();
		while (next != null) {
			org.w3c.dom.Node node = next;
			next = node.getNextSibling();
			if (node instanceof Element inner) {
				strip(inner);
			}
			else if (parent && node instanceof Text text && text.getData().isBlank()) {
				element.removeChild(node);
			}
		}
	}

}
