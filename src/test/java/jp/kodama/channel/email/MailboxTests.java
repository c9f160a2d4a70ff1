package jp.kodama.channel.email;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses residents may give. */
class MailboxTests {

	@Test
	void anOldCarrierAddressWithDotsInARowIsQuoted() {
		assertThat(Mailbox.parse("taro..y.@docomo.ne.jp").orElseThrow().getAddress())
			.isEqualTo("\"taro..y.\"@docomo.ne.jp");
	}

	@ParameterizedTest
	@ValueSource(strings = { "taro@anamizu.test", "taro+bosai@mail.anamizu.test", "t_a-r.o@docomo.ne.jp" })
	void anOrdinaryAddressStaysAsItIs(String address) {
		assertThat(Mailbox.parse(address).orElseThrow()).hasToString(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "taro", "@anamizu.test", "taro@", "a@b.test\r\nRCPT TO:<c@d.test>", "a b@c.test",
			"a@b.test, c@d.test", " a@b.test", "a@b@c.test" })
	void whatIsNoAddressIsNotSentTo(String address) {
		assertThat(Mailbox.parse(address)).isEmpty();
	}

}
