package jp.kodama.channel.radio.wire;

import java.util.List;
import java.util.Set;

import jp.kodama.channel.radio.Zone;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
	void anAddressWithAZoneIsUsedOnceForEachWithWhatTheTableHasOfIt() {
		List<Zone> zones = List.of(new Zone("a", "甲", false, List.of("甲"), "01", "5", "239.0.0.1:5004", 0),
				new Zone("b", "乙", false, List.of("乙"), "02", "6", "239.0.0.2:5004", 0));
		assertThat(UnitAddress.list("file:x sip:u@h?dtmf=*{zone}#&contact=file:/{zone} rtp-multicast://{zone}?ttl=1",
				zones))
			.extracting(UnitAddress::target, (one) -> one.word("dtmf", ""), (one) -> one.word("contact", ""))
			.containsExactly(tuple("file:x", "", ""), tuple("sip:u@h", "*01#", "file:/5"),
					tuple("sip:u@h", "*02#", "file:/6"), tuple("rtp-multicast://239.0.0.1:5004", "", ""),
					tuple("rtp-multicast://239.0.0.2:5004", "", ""));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> UnitAddress.list("sip:u@h?dtmf={zone}",
					List.of(new Zone("c", "丙", false, List.of("丙"), "", "", "", 0))))
			.withMessageContaining("区域「丙」に dtmf がありません");
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
