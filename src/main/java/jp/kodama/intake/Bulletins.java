package jp.kodama.intake;

import java.util.List;

import jp.kodama.intake.cap.CapReader;
import jp.kodama.intake.cap.Envelope;
import jp.kodama.intake.jma.JmaReader;
import jp.kodama.intake.xml.Grammar;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;

/** Reads XML from outside: telegrams of 気象庁 and CAP, also in envelopes. */
final class Bulletins {

	private static final Grammar JMA = Grammar.load("/jmaxml/", "jmx.xsd");

	private Bulletins() {
	}

	/**
	 * Reads one message.
	 * @throws Several if it is an envelope of several
	 * @throws Unreadable if it cannot be used
	 */
	static Bulletin read(byte[] bytes) throws Unreadable {
		Node root = SafeXml.parse(bytes);
		if (Envelope.is(root)) {
			List<byte[]> messages = Envelope.open(root);
			if (messages.size() > 1) {
				throw new Several(messages);
			}
			return read(SafeXml.parse(messages.get(0)));
		}
		return read(root);
	}

	/**
	 * Opens envelopes.
	 * @return each message in it; the bytes themselves if they are no envelope, or one
	 * that cannot be opened
	 */
	static List<byte[]> opened(byte[] bytes) {
		try {
			Node root = SafeXml.parse(bytes);
			return Envelope.is(root) ? Envelope.open(root) : List.of(bytes);
		}
		catch (Unreadable ex) {
			return List.of(bytes);
		}
	}

	/** An envelope holds more than one message; each is to be read by itself. */
	static final class Several extends Unreadable {

		private static final long serialVersionUID = 1L;

		private final transient List<byte[]> messages;

		Several(List<byte[]> messages) {
			super("一つの封筒に " + messages.size() + " 通入っています", messages.size() + " messages in one envelope");
			this.messages = messages;
		}

		List<byte[]> messages() {
			return this.messages;
		}

	}

	private static Bulletin read(Node root) throws Unreadable {
		if (root.name().equals("Report") && root.namespace().equals(JmaReader.NAMESPACE)) {
			return JmaReader.read(root).flawed(flaw(root));
		}
		if (root.name().equals("alert") && root.namespace().equals(CapReader.NAMESPACE)) {
			return CapReader.read(root);
		}
		throw new Unreadable("気象庁防災情報XMLでもCAP 1.2でもありません（" + root.name() + "）",
				"neither a JMA telegram nor CAP 1.2: {" + root.namespace() + "}" + root.name());
	}

	private static String flaw(Node report) {
		return JMA.fault(report).map((fault) -> "気象庁のスキーマに合わない / not valid against jmx.xsd: " + fault).orElse("");
	}

}
