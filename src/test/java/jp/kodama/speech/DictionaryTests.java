package jp.kodama.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What officers change stands over the files, and is heard at once on every node. */
class DictionaryTests {

	private final SingleConnectionDataSource store = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);

	private final List<Object> events = new ArrayList<>();

	private final Dictionary dictionary;

	DictionaryTests() throws Exception {
		JdbcClient.create(this.store)
			.sql(Files.readString(Path.of("src/main/resources/db/migration/V17__reading.sql")))
			.update();
		this.dictionary = dictionary();
	}

	@Test
	void anOfficersReadingStandsOverTheFiles() {
		this.dictionary.put("穴水町", "ｱﾅﾐｽﾞﾏﾁ", "officer");
		assertThat(this.dictionary.current().applyTo("穴水町")).isEqualTo("アナミズマチ");
		assertThat(this.dictionary.entries().get(0)).extracting(Dictionary.Entry::written, Dictionary.Entry::by)
			.containsExactly("穴水町", "officer");
		assertThat(this.events).hasAtLeastOneElementOfType(ReadingsApplied.class)
			.filteredOn(ReadingChanged.class::isInstance)
			.singleElement()
			.isInstanceOfSatisfying(ReadingChanged.class,
					(change) -> assertThat(change.before() + "→" + change.reading()).isEqualTo("コウ→アナミズマチ"));
	}

	@Test
	void aWordOfTheFilesMayBeTakenOutAndComesBack() {
		this.dictionary.remove("穴水町", "officer");
		assertThat(this.dictionary.current().applyTo("穴水町")).isEqualTo("穴水町");
		assertThat(this.dictionary.entries()).extracting(Dictionary.Entry::written, Dictionary.Entry::reading)
			.containsExactly(org.assertj.core.api.Assertions.tuple("穴水町", ""));
		this.dictionary.put("穴水町,アナミズマチ\n", "officer");
		assertThat(this.dictionary.current().applyTo("穴水町")).isEqualTo("アナミズマチ");
	}

	@Test
	void ofManyLinesAllAreTakenOrNone() {
		assertThatExceptionOfType(InvalidReading.class)
			.isThrownBy(() -> this.dictionary.put("甲,カブト\n# 地名\n乙\n", "officer"))
			.satisfies((fault) -> assertThat(fault.line()).isEqualTo(3))
			.satisfies((fault) -> assertThat(fault.field()).isEqualTo("line"));
		assertThat(this.dictionary.current().applyTo("甲")).isEqualTo("甲");
		assertThat(this.dictionary.put("甲,カブト\n乙,オツ\n", "officer")).isEqualTo(2);
		assertThat(this.dictionary.put("甲,カブト\n", "officer")).as("nothing new").isZero();
	}

	@Test
	void anotherNodeReadsByItToo() {
		Dictionary other = dictionary();
		assertThat(other.current().applyTo("甲")).isEqualTo("甲");
		this.dictionary.put("甲", "カブト", "officer");
		org.awaitility.Awaitility.await().until(() -> other.current().applyTo("甲").equals("カブト"));
	}

	@Test
	void aStoreThatFailsIsNoReasonToBeSilent() {
		this.dictionary.put("甲", "カブト", "officer");
		Dictionary later = dictionary();
		this.store.destroy();
		assertThat(later.current().applyTo("穴水町")).isEqualTo("コウ");
	}

	private Dictionary dictionary() {
		return new Dictionary(Readings.of(Map.of("穴水町", "コウ")),
				new ReadingTable(JdbcClient.create(this.store), "17461"), TransactionOperations.withoutTransaction(),
				this.events::add, Clock.systemUTC());
	}

}
