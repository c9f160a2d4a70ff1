package jp.kodama.channel.email;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.audience.signup.Letter;
import jp.kodama.audience.signup.LetterPost;
import jp.kodama.testing.LiveChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Letters about a registration, over the mail server of a channel that is live. */
class EmailLetterPostTests {

	private static final Letter LETTER = new Letter("0a1b", "email", "mei@resident.test", "ja", "【穴水町】登録を確認してください",
			"次のページを開いてください。\nhttps://anamizu.test/signup/confirm?token=x\n");

	@TempDir
	Path home;

	@Test
	void aLetterReachesItsMailbox() throws Exception {
		GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		server.start();
		try {
			post("smtp://127.0.0.1:" + server.getSmtp().getPort()).post(LETTER);
			MimeMessage mail = server.getReceivedMessages()[0];
			assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
			assertThat(mail.getContent().toString()).contains("confirm?token=x");
			assertThat(mail.getMessageID()).isEqualTo("<letter.0a1b@anamizu.test>");
			assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
			assertThat(this.home).isEmptyDirectory();
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aServerThatIsAwayIsTriedLaterAndAnAddressThatIsNoneNever() throws Exception {
		int nobody;
		try (java.net.ServerSocket port = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
			nobody = port.getLocalPort();
		}
		assertThatThrownBy(() -> post("smtp://127.0.0.1:" + nobody).post(LETTER)).isInstanceOf(IOException.class)
			.isNotInstanceOf(LetterPost.Refused.class);
		try (ScriptedMailServer server = new ScriptedMailServer(
				(line) -> line.startsWith("RCPT") ? "550 5.1.1 nobody" : null)) {
			assertThatThrownBy(() -> post(server.address()).post(LETTER)).isInstanceOf(LetterPost.Refused.class);
		}
	}

	private EmailLetterPost post(String address) {
		return new EmailLetterPost(
				LiveChannel.of("email", address, "", Map.of("from", "bosai@anamizu.test")).channels(),
				this.home);
	}

}
