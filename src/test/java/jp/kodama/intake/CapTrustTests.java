package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipalities;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.rendering.cap.CapSeals;
import jp.kodama.testing.SenderKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How far a CAP message is trusted: by who signed it, and whether that still fits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapTrustTests {

	private static final String SENDER = "bousai@pref.example.jp";

	private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-06-01T10:00:00+09:00");

	@TempDir
	static Path folder;

	private SenderKey prefecture;

	private SenderKey stranger;

	@BeforeAll
	void keys() throws Exception {
		this.prefecture = SenderKey.in(folder.resolve("prefecture"), "prefecture", "RSA", "2026/05/01 00:00:00");
		this.stranger = SenderKey.in(folder.resolve("stranger"), "stranger", "RSA", "2026/05/01 00:00:00");
	}

	@Test
	void whatNobodySignedWaitsForAnOfficer() throws Exception {
		Decision decision = decide(policy("AUTO"), document());
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("署名なし", "【要確認】").contains(SENDER);
		assertThat(decide(Telegrams.policy("17461"), document()).reason()).contains("署名なし").doesNotContain("要確認");
	}

	@Test
	void aConfiguredSenderIsReleasedOnlyIfTheTownSaysSo() throws Exception {
		byte[] signed = CapSeals.seal(this.prefecture, document());
		assertThat(decide(policy("HOLD"), signed).verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decide(policy("HOLD"), signed).reason()).contains("登録済みの証明書で署名");
		Decision released = decide(policy("AUTO"), signed);
		assertThat(released.verdict()).isEqualTo(Verdict.AUTO);
		assertThat(released.sound()).isEqualTo("chime");
	}

	@Test
	void aStrangersSignatureProvesNothing() throws Exception {
		Decision decision = decide(policy("AUTO"), CapSeals.seal(this.stranger, document()));
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("未登録の証明書", "【要確認】");
	}

	@Test
	void aCertificateThatWasNotValidThenIsNoTrust() throws Exception {
		String early = document().replace("2026-06-01T10:00", "2026-04-01T10:00")
			.replace("2026-06-01T16", "2026-04-01T16");
		Decision decision = policy("AUTO").decide(Bulletins.read(CapSeals.seal(this.prefecture, early)),
				OffsetDateTime.parse("2026-04-01T10:00:00+09:00"));
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("期限外");
	}

	@Test
	void aWordChangedAfterSigningIsRefused() throws Exception {
		byte[] signed = CapSeals.seal(this.prefecture, document());
		refused(text(signed).replace("高い所へ", "川へ"), "bad signature: does not fit");
	}

	@Test
	void anUncoveredPlaceForAnotherMessageDoesNotExist() throws Exception {
		String signed = text(CapSeals.seal(this.prefecture, document()));
		String signature = signed.substring(signed.indexOf("<Signature"), signed.indexOf("</alert>"));
		String original = document().substring(document().indexOf("<alert"));
		String forged = original.replace("高い所へ避難", "海へ避難");
		// The signed message moves into the signature, another takes its place.
		String object = signature.replace("</Signature>", "<Object>" + original + "</Object></Signature>");
		refused(forged.replace("</alert>", object + "</alert>"), "bad signature");
		// The reference points at the part that was signed.
		refused(forged.replace("</alert>", object.replace("URI=\"\"", "URI=\"#original\"") + "</alert>"),
				"bad signature: must cover the whole document");
		// Two signatures, one of which fits something.
		refused(signed.replace("</alert>", signature + "</alert>"),
				"bad signature: not a single signature at the root");
		// A signature that is not the root's own.
		refused(signed.replace(signature, "")
			.replace("<areaDesc>能登町</areaDesc>", "<areaDesc>能登町" + signature + "</areaDesc>"), null);
		// What would be left out before the check.
		refused(signed.replace("<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
				"<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>false()</XPath></Transform>"),
				"bad signature: transforms other than");
	}

	@Test
	void anOldAlgorithmIsNoSealButNoReasonForSilence() throws Exception {
		String signed = text(CapSeals.seal(this.prefecture, document()));
		byte[] weak = bytes(signed.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
				"http://www.w3.org/2000/09/xmldsig#rsa-sha1"));
		Decision decision = decide(policy("AUTO"), weak);
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("署名を確かめられない", "rsa-sha1");
		byte[] hmac = bytes(signed.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
				"http://www.w3.org/2000/09/xmldsig#hmac-sha1"));
		assertThat(decide(policy("AUTO"), hmac).verdict()).isEqualTo(Verdict.HOLD);
	}

	@Test
	void whatDoesNotNameThisTownItselfIsNeverReleasedAlone() throws Exception {
		String wide = document().replace("<value>17461</value>", "<value>17000</value>");
		assertThat(decide(policy("AUTO"), CapSeals.seal(this.prefecture, wide)).verdict()).isEqualTo(Verdict.HOLD);
		String drawn = document().replaceAll("<geocode>.*?</geocode>", "");
		assertThat(decide(policy("AUTO"), CapSeals.seal(this.prefecture, drawn)).verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void aSignedCancelWithoutWordsWithdraws() throws Exception {
		String cancel = document().replaceAll("(?s)<info>.*</info>", "")
			.replace(">Alert<", ">Cancel<")
			.replace("0100<", "0101<")
			.replace("<scope>Public</scope>", "<scope>Public</scope><references>" + SENDER
					+ ",ishikawa-2026-0100,2026-06-01T09:00:00+09:00</references>");
		Decision decision = decide(policy("AUTO"), CapSeals.seal(this.prefecture, cancel));
		assertThat(decision.verdict()).isEqualTo(Verdict.AUTO);
		assertThat(decision.parts()).extracting(Decision.Part::msgType).containsExactly(MsgType.Cancel);
	}

	@Test
	void aSenderWithoutCertificatesStopsTheStart() throws Exception {
		Path config = config("HOLD");
		try (var files = Files.list(config.resolve("senders/prefecture"))) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		assertThatThrownBy(() -> load(config)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("senders.yaml")
			.hasMessageContaining(SENDER);
	}

	private static Decision decide(Policy policy, String document) throws Unreadable {
		return decide(policy, bytes(document));
	}

	private static Decision decide(Policy policy, byte[] document) throws Unreadable {
		return policy.decide(Bulletins.read(document), SENT);
	}

	private static void refused(String document, @org.jspecify.annotations.Nullable String why) {
		var thrown = assertThatThrownBy(() -> Bulletins.read(bytes(document))).isInstanceOf(Unreadable.class);
		if (why != null) {
			thrown.hasMessageContaining(why);
		}
	}

	private Policy policy(String signed) throws IOException {
		return load(config(signed));
	}

	private static Policy load(Path config) {
		return Policy.load(config, Municipalities.load(config.resolve("areas")).find("17461"));
	}

	private Path config(String signed) throws IOException {
		Path config = Files.createTempDirectory(folder, "config");
		for (String name : List.of("areas", "policy")) {
			Files.createSymbolicLink(config.resolve(name), Path.of("config", name).toAbsolutePath());
		}
		Files.createDirectories(config.resolve("senders/prefecture"));
		Files.copy(this.prefecture.certificate(), config.resolve("senders/prefecture/2026.pem"));
		Files.writeString(config.resolve("senders/senders.yaml"),
				"cap: {senders: {\"" + SENDER + "\": {certificates: prefecture, signed: " + signed + "}}}");
		return config;
	}

	private static String document() throws IOException {
		return Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml"));
	}

	private static String text(byte[] document) {
		return new String(document, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String document) {
		return document.getBytes(StandardCharsets.UTF_8);
	}

}
