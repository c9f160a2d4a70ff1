package jp.kodama.channel.email;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a resident finds in the mailbox. */
class MailComposerTests {

	private final LiveChannel channel = LiveChannel.of("email", "smtp://127.0.0.1:25", "",
			Map.of("from", "bosai@anamizu.test", "unsubscribe-url", "https://anamizu.test/stop/{token}"));

	private final EmailComposer composer = new EmailComposer(new Templates(), TestTokens.TOKENS);

	@Test
	void anEvacuationOrderBeginsWithWhatToDo() throws Exception {
		MimeMessage mail = mail(SampleAlerts.evacuation(), "ichiro@anamizu.test");
		assertThat(mail.getSubject()).isEqualTo("避難指示を発令しました（警戒レベル４　穴水町）");
		assertThat(part(mail, 0)).startsWith("危険な場所から全員避難してください。")
			.contains("\r\n避難指示を発令しました（警戒レベル４）\r\n", "住吉地区・諸橋地区", "避難所は住吉公民館と諸橋公民館です。")
			.endsWith("5月12日4時05分　穴水町発表（5月12日16時05分まで）\r\n");
		assertThat(part(mail, 1)).contains("<html lang=\"ja-JP\">", "background:#aa00aa;color:#ffffff", "警戒レベル４");
	}

	@Test
	void aCancelBeginsWithTheNewsThatItIsOver() throws Exception {
		assertThat(part(mail(SampleAlerts.cancel(), "ichiro@anamizu.test"), 0)).startsWith("津波警報は解除されました\r\n");
	}

	@Test
	void figuresThatAgeAreToldOnceAndNotByATryThatComesLater() throws Exception {
		Alert alert = SampleAlerts.forecasting("予想される高さは５ｍです。", 10);
		assertThat(part(mail(alert, "ichiro@anamizu.test"), 0)).contains("予想される高さは５ｍです。");
		assertThat(part(mail(alert, "ichiro@anamizu.test"), 1)).contains("予想される高さは５ｍです。");
		alert = SampleAlerts.forecasting("予想される高さは５ｍです。", 0);
		assertThat(part(mail(alert, "ichiro@anamizu.test"), 0)).doesNotContain("５ｍ");
	}

	@Test
	void theHeadersAreThoseOfAMachineThatCanBeUnsubscribedFrom() throws Exception {
		MimeMessage mail = mail(SampleAlerts.tsunami(), "ichiro@anamizu.test");
		assertThat(mail.getFrom()[0]).hasToString("=?UTF-8?B?56m05rC055S6?= <bosai@anamizu.test>");
		assertThat(mail.getHeader("To", null)).isEqualTo("ichiro@anamizu.test");
		assertThat(mail.getMessageID()).isEqualTo("<17461-tsunami.email.0.1@anamizu.test>");
		assertThat(mail.getHeader("Date", null)).isEqualTo("Tue, 12 May 2026 04:05:00 +0900");
		assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
		assertThat(mail.getHeader("List-Unsubscribe", null)).startsWith("<https://anamizu.test/stop/1.")
			.hasSizeGreaterThan(50);
		assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
	}

	@Test
	void everyReaderGetsTheirLanguageAndEveryByteIsSevenBit() {
		List<Recipient> to = List.of(new Recipient(1, "email", "a@anamizu.test", "ja", "", false),
				new Recipient(2, "email", "b@anamizu.test", "en", "", false),
				new Recipient(3, "email", "c@anamizu.test", "ja-x-easy", "", false),
				new Recipient(4, "email", "d@anamizu.test", "fr", "", false));
		List<Artifact> mails = this.composer.compose(this.channel.plan(SampleAlerts.evacuation(), to));
		assertThat(mails).extracting(Artifact::name).containsExactlyInAnyOrder("1.eml", "2.eml", "3.eml", "4.eml");
		assertThat(mails).filteredOn((mail) -> mail.name().equals("4.eml"))
			.extracting(Artifact::language)
			.containsExactly("en");
		for (Artifact mail : mails) {
			assertThat(mail.text()).isASCII();
			assertThat(mail.text().lines()).allMatch((line) -> line.length() < 998);
			assertThat(mail.text().replace("\r\n", "")).doesNotContain("\n", "\r");
		}
	}

	@Test
	void aHeadlineWithALineBreakAddsNoHeader() throws Exception {
		Alert alert = SampleAlerts.saying("Fire\r\nBcc: everybody@anamizu.test", "", "");
		MimeMessage mail = mail(alert, "ichiro@anamizu.test");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).isEqualTo("Fire Bcc: everybody@anamizu.test（穴水町）");
	}

	@Test
	void aKeySignsEveryMailAndItsUnsubscribeLink(@TempDir Path folder) throws Exception {
		KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
		Path key = folder.resolve("dkim.pem");
		Files.writeString(key,
				"-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
						+ "\n-----END PRIVATE KEY-----\n");
		LiveChannel signing = LiveChannel.of("email", "smtp://127.0.0.1:25", "",
				Map.of("from", "bosai@anamizu.test", "dkim-key", "file:" + key, "dkim-selector", "k1"));
		byte[] mail = this.composer
			.compose(signing.plan(SampleAlerts.evacuation(), signing.recipients("a@anamizu.test")))
			.get(0)
			.content();
		DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> {
			assertThat(selector + "._domainkey." + domain).isEqualTo("k1._domainkey.anamizu.test");
			return List.of("v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
		});
		assertThat(verifier.verify(new ByteArrayInputStream(mail))).hasSize(1);
		byte[] changed = new String(mail, StandardCharsets.US_ASCII).replace("unsubscribe/1", "unsubscribe/2")
			.getBytes(StandardCharsets.US_ASCII);
		assertThatThrownBy(() -> verifier.verify(new ByteArrayInputStream(changed))).isInstanceOf(FailException.class);
		assertThat(new Mail(signing.recipients("a@anamizu.test").get(0), "a@anamizu.test", mail).messageId())
			.isEqualTo("<17461-evacuation.email.0.1@anamizu.test>");
	}

	@Test
	void aKeyThatIsMissingIsNamedAndNothingLeavesUnsigned() {
		LiveChannel signing = LiveChannel.of("email", "smtp://127.0.0.1:25", "",
				Map.of("from", "bosai@anamizu.test", "dkim-key", "file:/nowhere/dkim.pem"));
		assertThatThrownBy(() -> this.composer
			.compose(signing.plan(SampleAlerts.evacuation(), signing.recipients("a@anamizu.test"))))
			.hasMessageContaining("limits.dkim-key");
	}

	private MimeMessage mail(Alert alert, String address) throws Exception {
		Artifact artifact = this.composer.compose(this.channel.plan(alert, this.channel.recipients(address))).get(0);
		return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(artifact.content()));
	}

	private static String part(MimeMessage mail, int number) throws Exception {
		return (String) ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent();
	}

}
