package jp.kodama.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Spoils a telegram as the data says: byte by byte, or element by element. */
final class Mutation {

	private static final String[] WORDS = { "", " ", "0", "-1", "99999999999999999999", "17461", "1746100", "53", "52",
			"71", "*", "NaN", "通常", "訓練", "取消", "発表", "解除", "警報から注意報", "なし", "2026-06-01T10:00:00Z",
			"2026-06-01T10:00:00+09:00", "-292277022657-01-27T08:29:52Z", "9999-12-31T23:59:59+18:00", "Cancel",
			"Update", "Actual", "10,10", "1e308,1e308", "{area}{kinds}", "a,b,c", "%s${}", "\u0000", "\uD800", "𠮷",
			"（", "から", "KJ" };

	private final FuzzedDataProvider data;

	Mutation(FuzzedDataProvider data) {
		this.data = data;
	}

	byte[] of(byte[] seed) {
		return (this.data.consumeInt(0, 4) == 0) ? bytes(seed) : elements(seed);
	}

	private byte[] bytes(byte[] seed) {
		byte[] bytes = seed.clone();
		int changes = this.data.consumeInt(1, 8);
		for (int i = 0; i < changes && bytes.length > 0; i++) {
			int at = this.data.consumeInt(0, bytes.length - 1);
			switch (this.data.consumeInt(0, 3)) {
				case 0 -> bytes[at] = this.data.consumeByte();
				case 1 -> bytes = Arrays.copyOf(bytes, at);
				case 2 -> bytes[at] ^= (byte) (1 << this.data.consumeInt(0, 7));
				default -> {
					byte[] more = this.data.consumeBytes(40);
					byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
					System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
					System.arraycopy(more, 0, longer, at, more.length);
					bytes = longer;
				}
			}
		}
		return bytes;
	}

	private byte[] elements(byte[] seed) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
			factory.setNamespaceAware(true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			var builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			Document document = builder.parse(new ByteArrayInputStream(seed));
			int changes = this.data.consumeInt(1, 6);
			for (int i = 0; i < changes; i++) {
				change(document);
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			TransformerFactory.newDefaultInstance()
				.newTransformer()
				.transform(new DOMSource(document), new StreamResult(bytes));
			return bytes.toByteArray();
		}
		catch (Exception ex) {
			// The seed is no XML, or is none any more.
			return bytes(seed);
		}
	}

	private void change(Document document) {
		List<Element> all = all(document);
		Element one = all.get(this.data.consumeInt(0, all.size() - 1));
		Element other = all.get(this.data.consumeInt(0, all.size() - 1));
		try {
			switch (this.data.consumeInt(0, 6)) {
				case 0 -> one.getParentNode().removeChild(one);
				case 1 -> one.getParentNode().insertBefore(one.cloneNode(true), one);
				case 2 -> one.setTextContent(word(other));
				case 3 -> other.getParentNode().insertBefore(one, other);
				case 4 -> document.renameNode(one, one.getNamespaceURI(), other.getLocalName());
				case 5 -> one.setAttribute(
						(other.getAttributes().getLength() > 0) ? other.getAttributes().item(0).getNodeName() : "type",
						word(other));
				default -> one.appendChild(other.cloneNode(true));
			}
		}
		catch (DOMException ex) {
			// Not possible here; the next change may be.
		}
	}

	private String word(Element other) {
		return switch (this.data.consumeInt(0, 2)) {
			case 0 -> WORDS[this.data.consumeInt(0, WORDS.length - 1)];
			case 1 -> other.getTextContent();
			default -> this.data.consumeString(20);
		};
	}

	private static List<Element> all(Document document) {
		NodeList nodes = document.getElementsByTagName("*");
		List<Element> all = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			all.add((Element) nodes.item(i));
		}
		return all;
	}

}
