package jp.kodama.intake.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jp.kodama.intake.xml.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Feeds as 気象庁 publishes them. */
class FeedReaderTests {

	private static final Path DATA = Path.of("../shared/data/jma-atom");

	private static final String FEED = "https://www.data.jma.go.jp/developer/xml/feed/eqvol.xml";

	@ParameterizedTest
	@CsvSource({ "eqvol_20240101_12entries_noto_mirror.xml, 12", "eqvol_2026_format_2entries.xml, 2",
			"eqvol_42entries_test.xml, 42", "extra_10entries_test.xml, 10" })
	void everyEntryIsFoundInTheOrderOfIssue(String file, int count) throws IOException, Unreadable {
		assumeTrue(Files.isDirectory(DATA), "feeds of 気象庁 are not part of the repository: " + DATA);
		List<Entry> entries = read(file, Set.of("www.data.jma.go.jp", "koppepam.github.io", "mican3.github.io"));
		assertThat(entries).hasSize(count).isSortedAccordingTo(java.util.Comparator.comparing(Entry::updated));
		assertThat(entries).allMatch((entry) -> entry.link().endsWith(".xml"));
		assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
	}

	@Test
	void linksToHostsThatNobodyNamedAreLeftOut() throws IOException, Unreadable {
		assumeTrue(Files.isDirectory(DATA), "feeds of 気象庁 are not part of the repository: " + DATA);
		assertThat(read("extra_10entries_test.xml", Set.of("www.data.jma.go.jp"))).isEmpty();
	}

	@Test
	void theWaitGrowsAndNeverFallsBelowTheRule() {
		Duration rule = FeedSettings.RULE;
		for (int failures = 0; failures < 40; failures++) {
			Duration wait = BackOff.after(rule, failures, Duration.ofMinutes(5));
			assertThat(wait).isBetween(rule, Duration.ofMinutes(5).multipliedBy(5).dividedBy(4));
			assertThat(BackOff.after(rule, failures, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(rule);
		}
	}

	private static List<Entry> read(String file, Set<String> hosts) throws IOException, Unreadable {
		FeedSettings feed = new FeedSettings("jma", FEED, "", FeedSettings.RULE, Duration.ofSeconds(10), 8, 1 << 24,
				hosts);
		return FeedReader.read(Files.readAllBytes(DATA.resolve(file)), feed, FEED);
	}

}
