package jp.kodama.speech;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a recogniser of a town must know comes from the town's data. */
class TermsTests {

	private final List<Term> neighbours = Neighbours
		.of(new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), List.of()), Path.of("config/areas"));

	@Test
	void theMunicipalitiesOfThePrefectureAreKnownByTheirNamesAndWhatIsCalledAfterThem() {
		assertThat(this.neighbours).contains(new Term("能登町", "ノトチョウ", Term.Kind.REGION),
				new Term("能登", "ノト", Term.Kind.REGION), new Term("輪島", "ワジマ", Term.Kind.REGION));
	}

	@Test
	void thoseOfOtherPrefecturesAreNot() {
		assertThat(this.neighbours).extracting(Term::written).doesNotContain("札幌市", "札幌", "西ノ島");
	}

}
