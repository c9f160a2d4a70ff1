package jp.kodama.channel.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How texts become octets, to the last one. */
class UserDataTests {

	@ParameterizedTest
	@CsvSource({ "70,1", "71,2", "134,2", "135,3" })
	void japaneseTakes70CharactersOr67InEachOfSeveral(int characters, int parts) {
		assertThat(UserData.of("あ".repeat(characters), 7).parts()).hasSize(parts);
	}

	@ParameterizedTest
	@CsvSource({ "160,1", "161,2", "306,2", "307,3" })
	void latinTakes160CharactersOr153InEachOfSeveral(int characters, int parts) {
		assertThat(UserData.of("a".repeat(characters), 7).parts()).hasSize(parts);
	}

	@Test
	void aSurrogatePairAndAnEscapeAreNeverTorn() {
		UserData kanji = UserData.of("あ".repeat(66) + "𠮷" + "あ".repeat(20), 7);
		byte[] first = kanji.parts().get(0);
		assertThat(new String(Arrays.copyOfRange(first, 6, first.length), StandardCharsets.UTF_16BE))
			.isEqualTo("あ".repeat(66));
		UserData euro = UserData.of("a".repeat(152) + "€" + "a".repeat(20), 7);
		assertThat(euro.parts().get(0)).hasSize(6 + 152);
		assertThat(euro.parts().get(1)).startsWith(5, 0, 3, 7, 2, 2, 0x1b, 0x65);
	}

	@Test
	void theDefaultAlphabetIsNotAscii() {
		assertThat(UserData.of("@$_[ü]", 0).parts().get(0)).containsExactly(0x00, 0x02, 0x11, 0x1b, 0x3c, 0x7e, 0x1b,
				0x3e);
		assertThat(Gsm7.decode(new byte[] { 0x00, 0x02, 0x11, 0x1b, 0x3c, 0x7e, 0x1b, 0x3e })).isEqualTo("@$_[ü]");
	}

	@ParameterizedTest
	@CsvSource({ "SAME,00Ab,ab,true", "HEX_DEC,1A,0000000026,true", "DEC_HEX,26,0000001a,true", "HEX_DEC,1A,27,false" })
	void numbersAreFoundWhateverTheirBase(MessageIds ids, String submitted, String receipt, boolean same) {
		assertThat(ids.ofSubmit(submitted).equals(ids.ofReceipt(receipt))).isEqualTo(same);
	}

}
