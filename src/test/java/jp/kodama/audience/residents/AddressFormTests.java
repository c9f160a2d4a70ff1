package jp.kodama.audience.residents;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same address, however a resident writes it, is one address. */
class AddressFormTests {

	private final ContactChannels channels = ContactChannels.load(Path.of("."));

	@ParameterizedTest
	@CsvSource({ "sms,090-1234-5678,+819012345678", "sms,０９０−１２３４−５６７８,+819012345678", "sms,０９０１２３４５６７８,+819012345678",
			"sms,+81 90 1234 5678,+819012345678", "sms,+81-(0)90-1234-5678,+819012345678",
			"sms,9012345678,+819012345678", "sms,819012345678,+819012345678", "sms,+1 650-253-0000,+16502530000",
			"email,Hanako@Example.JP,Hanako@example.jp", "email,ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ,hanako@example.jp",
			"email,taro@日本語.jp,taro@xn--wgv71a119e.jp", "email,a..b.@docomo.ne.jp,a..b.@docomo.ne.jp",
			"line,U0123456789abcdef0123456789abcdef,U0123456789abcdef0123456789abcdef" })
	void isWrittenInOneWay(String channel, String typed, String normal) {
		assertThat(this.channels.named(channel).orElseThrow().normal(typed)).isEqualTo(normal);
	}

	@ParameterizedTest
	@CsvSource({ "sms,110", "sms,090-1234", "sms,なし", "sms,=HYPERLINK(1)", "sms,090-1234-5678 ext 3",
			"sms,+999123456789", "email,hanako", "email,hanako@localhost", "email,hanako@-a.jp",
			"email,ha nako@example.jp", "email,@example.jp", "email,hanako@example..jp",
			"email,'hanako@example.jp, taro@example.jp'", "line,U123", "line,C0123456789abcdef0123456789abcdef" })
	void isRefusedWithoutRepeatingIt(String channel, String typed) {
		assertThatThrownBy(() -> this.channels.named(channel).orElseThrow().normal(typed))
			.isInstanceOf(IllegalArgumentException.class)
			.message()
			.contains(" / ")
			.doesNotContain(typed);
	}

	@ParameterizedTest
	@CsvSource({ "hanako@example.jp,ha…@example.jp", "+819012345678,+81…678", "a@b.jp,a…@b.jp", "123456,…" })
	void isShownMasked(String address, String masked) {
		assertThat(ContactChannel.masked(address)).isEqualTo(masked);
	}

}
