package jp.kodama.channel.radio.wire;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Addresses as operators write them, and as they mistype them. */
class UnitAddressTests {

	@Test
	void severalStandApartByBlanks() {
		assertThat(UnitAddress.list(" file:var/radio\n  sip:1@10.0.0.1?dtmf=01*{pin}#&pin=env:PIN "))
			.extracting(UnitAddress::target)
			.containsExactly("file:var/radio", "sip:1@10.0.0.1");
	}

	@Test
	void anAddressMayStandWithinOne() {
		UnitAddress address = UnitAddress.list("file:x?contact=http://relay/0?turn={state}%26key=1&ttl=3").get(0);
		assertThat(address.word("contact", "")).isEqualTo("http://relay/0?turn={state}&key=1");
		assertThat(address.number("ttl", 1)).isEqualTo(3);
	}

	@Test
	void aMisspeltOptionIsNotSilence() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> UnitAddress.list("sip:1@10.0.0.1?dtfm=1").get(0).only(Set.of("dtmf")))
			.withMessageContaining("dtfm");
	}

	@Test
	void aSecretIsAReferenceAndIsNotRepeatedInTheComplaint() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> UnitAddress.list("sip:1@10.0.0.1?pin=4711").get(0).reference("pin"))
			.withMessageContaining("env:NAME")
			.withMessageNotContaining("4711");
	}

}
