package jp.kodama.intake;

import java.time.Instant;

import jp.kodama.intake.cap.CapReader;
import jp.kodama.intake.jma.JmaReader;
import jp.kodama.intake.michibiki.MichibikiReader;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;

/** Reads a file from outside, whichever of the known formats it is. */
final class Bulletins {

	private Bulletins() {
	}

	static Bulletin read(byte[] bytes) throws Unreadable {
		if (MichibikiReader.meant(bytes)) {
			return MichibikiReader.standard().read(bytes, Instant.now());
		}
		Node root = SafeXml.parse(bytes);
		if (root.name().equals("Report") && root.namespace().equals(JmaReader.NAMESPACE)) {
			return JmaReader.read(root);
		}
		if (root.name().equals("alert") && root.namespace().equals(CapReader.NAMESPACE)) {
			return CapReader.read(root);
		}
		throw new Unreadable("気象庁防災情報XMLでもCAP 1.2でもありません（" + root.name() + "）",
				"neither a JMA telegram nor CAP 1.2: {" + root.namespace() + "}" + root.name());
	}

}
