package jp.kodama.intake.cap;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.intake.xml.Unreadable;

/**
 * What CAP messages travel in: Atom entries ({@code content}) and EDXL-DE
 * ({@code embeddedXMLContent}). Each message is taken out as a document of its own, as
 * its sender signed it.
 */
public final class Envelope {

	/** The namespace of Atom (RFC 4287). */
	public static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final String EDXL_DE = "urn:oasis:names:tc:emergency:EDXL:DE:";

	/** Kinds of distribution that bring something to be told. */
	private static final Set<String> TELLING = Set.of("Report", "Update", "Cancel", "Dispatch");

	private Envelope() {
	}

	/** Whether a document is one. */
	public static boolean is(Node root) {
		return atom(root) || edxl(root);
	}

	/**
	 * Takes out what is in it.
	 * @return one document each, UTF-8; never empty
	 * @throws Unreadable if nothing is, or the envelope contradicts what is in it
	 */
	public static List<byte[]> open(Node root) throws Unreadable {
		List<Node> messages = edxl(root) ? distributed(root) : entries(root);
		List<byte[]> documents = new ArrayList<>();
		for (Node message : messages) {
			documents.add(document(message));
		}
		return documents;
	}

	private static List<Node> entries(Node root) throws Unreadable {
		List<Node> entries = root.name().equals("entry") ? List.of(root) : atomic(root, "entry");
		List<Node> messages = new ArrayList<>();
		for (Node entry : entries) {
			for (Node content : atomic(entry, "content")) {
				messages.addAll(content.all("alert"));
			}
		}
		if (messages.isEmpty()) {
			throw new Unreadable("Atomにリンクしかなく、CAPの本文がありません。リンク先は取りに行きません（config/sources.yaml に feed として登録）",
					"Atom that holds no CAP message; links in files are not followed: make the feed a source");
		}
		return messages;
	}

	private static List<Node> distributed(Node root) throws Unreadable {
		String status = root.required("distributionStatus");
		String type = root.required("distributionType");
		if (!TELLING.contains(type)) {
			throw new Unreadable("EDXL-DE distributionType " + type + " は伝達の対象ではありません",
					"EDXL-DE distributionType " + type + " brings nothing to be told");
		}
		List<Node> messages = new ArrayList<>();
		collect(root, messages);
		if (messages.isEmpty()) {
			throw new Unreadable("EDXL-DE に CAP がありません（embeddedXMLContent）", "EDXL-DE that holds no CAP message");
		}
		for (Node message : messages) {
			if (!message.text("status").equals(status)
					|| (type.equals("Cancel") && !message.text("msgType").equals("Cancel"))) {
				throw new Unreadable(
						"EDXL-DE（" + status + "・" + type + "）と中のCAP（" + message.text("status") + "・"
								+ message.text("msgType") + "）が矛盾しています",
						"the envelope says " + status + ", " + type + ", the CAP message in it something else");
			}
		}
		return messages;
	}

	/** Excerpts ({@code keyXMLContent}) are no messages. */
	private static void collect(Node node, List<Node> messages) {
		for (Node child : node.all()) {
			if (child.name().equals("embeddedXMLContent")) {
				messages.addAll(child.all("alert"));
			}
			else if (child.namespace().equals(node.namespace())) {
				collect(child, messages);
			}
		}
	}

	private static List<Node> atomic(Node node, String name) {
		return node.all(name).stream().filter((child) -> child.namespace().equals(ATOM)).toList();
	}

	private static boolean atom(Node root) {
		return root.namespace().equals(ATOM) && (root.name().equals("feed") || root.name().equals("entry"));
	}

	private static boolean edxl(Node root) {
		return root.namespace().startsWith(EDXL_DE) && root.name().equalsIgnoreCase("EDXLDistribution");
	}

	private static byte[] document(Node message) throws Unreadable {
		try {
			Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
			transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			transformer.transform(new DOMSource(message.element()), new StreamResult(bytes));
			SafeXml.parse(bytes.toByteArray());
			return bytes.toByteArray();
		}
		catch (TransformerException ex) {
			throw new Unreadable("封筒からCAPを取り出せません", "the CAP message cannot be taken out: " + ex.getMessage());
		}
	}

}
