package jp.kodama.audience;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How an alert finds the town it is for. */
class MunicipalitiesTests {

	private final Municipalities municipalities = Municipalities.load(Path.of("config/areas"));

	@Test
	void aTownIsKnownByTheCodesOfEveryAreaAroundIt() {
		Municipality anamizu = this.municipalities.find("17461");
		assertThat(anamizu.name()).isEqualTo("穴水町");
		assertThat(anamizu.kana()).isEqualTo("あなみずまち");
		assertThat(anamizu.english()).isEqualTo("Anamizu Town");
		assertThat(anamizu.codes()).containsEntry("津波予報区", java.util.List.of("360"));
		assertThat(anamizu.codes().get("気象情報／府県予報区・細分区域等")).containsExactly("170021", "170020", "170000");
		assertThat(anamizu.districts()).extracting(Municipality.District::name).contains("諸橋");
	}

	@Test
	void everyTownOfThePilotHasItsCoastAndItsQuakeArea() {
		for (String jis : new String[] { "17461", "17204", "17207", "17384", "32526" }) {
			assertThat(this.municipalities.find(jis).codes()).as(jis)
				.containsKeys("津波予報区", "地震情報／細分区域", "気象・地震・火山情報／市町村等", "緊急地震速報／府県予報区");
		}
	}

	@Test
	void aTownWithoutACoastIsNotTheSameAsOneWhoseCoastNobodyFilledIn() {
		assertThat(this.municipalities.find("17212").codes().get("津波予報区")).isEmpty();
		assertThat(this.municipalities.find("13101").codes()).doesNotContainKey("津波予報区");
	}

	@Test
	void aCityOfSeveralForecastAreasIsOneCity() {
		assertThat(this.municipalities.find("01208").codes().get("気象・地震・火山情報／市町村等")).containsExactly("0120801",
				"0120802");
	}

	@Test
	void anUnknownTownIsNamed() {
		assertThatThrownBy(() -> this.municipalities.find("99999")).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("99999");
	}

	@Test
	void aRowTooShortIsNamedByFileAndLine(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("table.csv");
		Files.writeString(file, "# a comment\na,b\n1,2\n3\n");
		assertThatThrownBy(() -> CodeTable.read(file)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("table.csv:4");
	}

	@Test
	void aTableThatIsMissingIsNamed(@TempDir Path folder) {
		assertThatThrownBy(() -> Municipalities.load(folder)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("municipalities.csv");
	}

	@Test
	void aDistrictWithoutAReadingIsRefused(@TempDir Path folder) throws Exception {
		Files.copy(Path.of("config/areas/municipalities.csv"), folder.resolve("municipalities.csv"));
		Files.copy(Path.of("config/areas/code-systems.csv"), folder.resolve("code-systems.csv"));
		Files.writeString(folder.resolve("17461.yaml"), "districts:\n  - {name: 諸橋, english: Morohashi}\n");
		assertThatThrownBy(() -> Municipalities.load(folder).find("17461")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("17461.yaml")
			.hasMessageContaining("kana");
	}

}
