package jp.kodama.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jp.kodama.intake.MessageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** When each telegram of a day is played. */
class ReplayPlanTests {

	@TempDir
	Path day;

	@Test
	void anHourTakesAMinuteAndTheOrderIsThatOfTheDay() throws IOException {
		telegram("c", "2024-01-01T17:22:00+09:00");
		telegram("a", "2024-01-01T16:34:00+09:00");
		telegram("b", "2024-01-01T16:22:00+09:00");
		List<ReplayPlan.Turn> turns = plan(60, 3600);
		assertThat(turns).extracting((turn) -> turn.file().getFileName().toString())
			.containsExactly("b.xml", "a.xml", "c.xml");
		assertThat(turns).extracting(ReplayPlan.Turn::at)
			.containsExactly(Duration.ZERO, Duration.ofSeconds(12), Duration.ofSeconds(60));
		assertThat(turns).allMatch((turn) -> turn.cut().isZero());
	}

	@Test
	void fiveQuietDaysAreCutShortAndThatIsSaid() throws IOException {
		telegram("a", "2024-01-01T16:34:00+09:00");
		telegram("b", "2024-01-06T05:34:00+09:00");
		telegram("c", "2024-01-06T05:35:00+09:00");
		List<ReplayPlan.Turn> turns = plan(60, 30);
		assertThat(turns).extracting(ReplayPlan.Turn::at)
			.containsExactly(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(31));
		assertThat(turns).extracting(ReplayPlan.Turn::cut)
			.containsExactly(Duration.ZERO, Duration.ofHours(109), Duration.ZERO);
	}

	@Test
	void withoutASpeedThereAreNoPauses() throws IOException {
		telegram("a", "2024-01-01T16:34:00+09:00");
		telegram("b", "2024-01-06T05:34:00+09:00");
		assertThat(plan(0, 30)).extracting(ReplayPlan.Turn::at).containsOnly(Duration.ZERO);
	}

	@Test
	void whatCannotBeReadComesFirstAndCostsNoTime() throws IOException {
		telegram("a", "2024-01-01T16:34:00+09:00");
		Files.writeString(this.day.resolve("b.xml"), "<no");
		List<ReplayPlan.Turn> turns = plan(60, 30);
		assertThat(turns).extracting((turn) -> turn.file().getFileName().toString()).containsExactly("b.xml", "a.xml");
		assertThat(turns).extracting(ReplayPlan.Turn::at).containsOnly(Duration.ZERO);
	}

	private List<ReplayPlan.Turn> plan(double speed, int longest) throws IOException {
		return new ReplayPlan(speed, Duration.ofSeconds(longest), new MessageReader(Path.of("config")))
			.of(List.of(this.day));
	}

	private void telegram(String name, String issued) throws IOException {
		Files.writeString(this.day.resolve(name + ".xml"),
				Files.readString(Path.of("src/test/resources/telegrams/tsunami-major.xml"))
					.replaceFirst("<ReportDateTime>[^<]*", "<ReportDateTime>" + issued));
	}

}
