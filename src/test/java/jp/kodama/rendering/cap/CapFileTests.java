package jp.kodama.rendering.cap;

import java.util.List;

import jp.kodama.alert.InvalidAlert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files named after identifiers that other systems made up. */
class CapFileTests {

	@Test
	void anOrdinaryIdentifierIsItsOwnName() {
		assertThat(CapFile.name("17461-tsunami")).isEqualTo("17461-tsunami");
		assertThat(CapFile.name("2.49.0.1.392")).isEqualTo("2.49.0.1.392");
	}

	@Test
	void noIdentifierLeavesTheFolderOrHidesInIt() {
		assertThat(CapFile.name("../../etc/passwd")).doesNotContain("..", "/").doesNotStartWith(".");
		assertThat(CapFile.name("a..b")).isEqualTo("a.=2Eb");
		assertThat(CapFile.name(".htaccess")).startsWith("=2E");
		assertThat(CapFile.name("urn:oid:1?x#y\"'>")).matches("[A-Za-z0-9._=-]+");
	}

	@Test
	void theIdentifierIsFoundAgainFromTheName() {
		for (String identifier : List.of("17461-tsunami", "穴水町/令和8年:1", "a=41b", "../x", "a..b", "=", "100%")) {
			assertThat(CapFile.identifier(CapFile.name(identifier))).isEqualTo(identifier);
		}
	}

	@Test
	void aNameThatNobodyGaveIsJustAnotherText() {
		assertThat(CapFile.identifier("=4")).isEqualTo("=4");
		assertThat(CapFile.identifier("=ZZ")).isEqualTo("=ZZ");
	}

	@Test
	void anIdentifierThatNoFileSystemTakesIsRefusedByName() {
		assertThatThrownBy(() -> CapFile.name("穴".repeat(30))).isInstanceOf(InvalidAlert.class)
			.hasMessageStartingWith("identifier");
	}

}
