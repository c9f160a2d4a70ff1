package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage.Seal;
import jp.kodama.rendering.cap.CapSeals;
import jp.kodama.testing.SenderKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CAP that comes inside Atom or EDXL-DE. */
class CapEnvelopeTests {

	@TempDir
	Path folder;

	@Test
	void aSignedMessageInAtomStaysSigned() throws Exception {
		SenderKey key = SenderKey.in(this.folder, "sender");
		Bulletin bulletin = read(
				atom(content(body(new String(CapSeals.seal(key, document()), StandardCharsets.UTF_8)))));
		assertThat(Objects.requireNonNull(bulletin.cap()).seal().state()).isEqualTo(Seal.State.SOUND);
		assertThat(bulletin.headline()).isEqualTo("小又川のダムで緊急放流が始まります");
	}

	@Test
	void everyEntryOfAFeedIsAMessageOfItsOwn() throws Exception {
		String second = document().replace("0100<", "0101<")
			.replace("17461", "32201")
			.replace("穴水町", "松江市")
			.replaceAll("<polygon>.*</polygon>", "");
		byte[] feed = atom(content(body(document())) + content(body(second)));
		List<byte[]> messages = Bulletins.opened(feed);
		assertThat(messages).hasSize(2);
		assertThat(Bulletins.read(messages.get(1)).issue().event()).isEqualTo("ishikawa-2026-0101");
		Explanation explanation = new Explainer(Telegrams.policy("17461"), (verdict) -> List.of(), Telegrams.READER)
			.explain("feed", feed, null);
		assertThat(explanation.decision().verdict()).hasToString("HOLD");
		assertThat(explanation.decision().reason()).contains("2 通");
	}

	@Test
	void anExcerptOutsideTheEntrysContentIsNoMessage() throws Exception {
		refused(atom(body(document())), "リンクしかなく");
		refused(atom("<entry><summary>x</summary>" + body(document()) + "</entry>"), "リンクしかなく");
	}

	@Test
	void edxlBringsItsMessageAndMustAgreeWithIt() throws Exception {
		Bulletin bulletin = read(edxl("Actual", "Report", "embeddedXMLContent"));
		assertThat(bulletin.issue().event()).isEqualTo("ishikawa-2026-0100");
		refused(edxl("Exercise", "Report", "embeddedXMLContent"), "矛盾");
		refused(edxl("Actual", "Cancel", "embeddedXMLContent"), "矛盾");
		refused(edxl("Actual", "Ack", "embeddedXMLContent"), "distributionType Ack");
		refused(edxl("Actual", "Report", "keyXMLContent"), "CAP がありません");
	}

	private static void refused(byte[] envelope, String why) {
		assertThatThrownBy(() -> Bulletins.read(envelope)).isInstanceOf(Unreadable.class).hasMessageContaining(why);
	}

	private static Bulletin read(byte[] envelope) throws Unreadable {
		return Bulletins.read(envelope);
	}

	private static byte[] atom(String inside) {
		return ("<f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/2005/Atom' xmlns:geo='urn:x'>"
				+ "<f:id>urn:x</f:id>" + inside + "</f:feed>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String content(String body) {
		return "<f:entry><f:id>urn:y</f:id><f:content type='text/xml'>" + body + "</f:content></f:entry>";
	}

	private static byte[] edxl(String status, String type, String content) throws IOException {
		return ("<EDXLDistribution xmlns='urn:oasis:names:tc:emergency:EDXL:DE:1.0'><distributionID>d</distributionID>"
				+ "<senderID>s</senderID><dateTimeSent>2026-06-01T10:00:00+09:00</dateTimeSent><distributionStatus>"
				+ status + "</distributionStatus><distributionType>" + type + "</distributionType>"
				+ "<combinedConfidentiality>UNCLASSIFIED</combinedConfidentiality><contentObject><xmlContent><"
				+ content + ">" + body(document()) + "</" + content
				+ "></xmlContent></contentObject></EDXLDistribution>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String body(String document) {
		return document.substring(document.indexOf("<alert"));
	}

	private static String document() throws IOException {
		return Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml"));
	}

}
