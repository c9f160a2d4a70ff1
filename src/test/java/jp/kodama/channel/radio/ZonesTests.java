package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** An alert is aired where its areas are, and nobody is left out. */
class ZonesTests {

	private static final Path TABLE = Path.of("config/radio/zones.yaml");

	private final Zones zones = Zones.load(TABLE, "17461");

	@Test
	void anAlertForTheMunicipalityGoesEverywhere() {
		assertThat(this.zones.of(SampleAlerts.tsunami())).extracting(Zone::id).containsExactly("all");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "住吉|sumiyoshi", "住吉 諸橋|sumiyoshi morohashi", "兜 諸橋|east",
			"兜 諸橋 住吉|east sumiyoshi", "穴水 住吉 兜 諸橋|all", "住吉 知らない地区|all" })
	void theFewestZonesCoverItsDistricts(String districts, String zones) {
		assertThat(this.zones.of(forDistricts(districts.split(" ")))).extracting(Zone::id)
			.containsExactly(zones.split(" "));
	}

	@Test
	void aMunicipalityWithoutARowHasOneZone() {
		Zones none = Zones.load(TABLE, "17201");
		assertThat(none.of(forDistricts("住吉"))).containsExactly(Zone.EVERYWHERE);
		assertThat(none.quietHours().left(Instant.now())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[{id: a, title: A}]|a: a zone has either",
					"[{id: a, title: A, districts: [x]}]|no zone is whole",
					"[{id: a, title: A, whole: true, dtmf: 1x}]|dtmf may hold",
					"[{id: a, title: A, whole: true}, {id: a, title: B, districts: [x]}]|two zones have one id" })
	void aBrokenTableIsNamed(String rows, String fault, @TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("zones.yaml"), "towns: {'1': {zones: " + rows + "}}");
		assertThatIllegalStateException().isThrownBy(() -> Zones.load(file, "1"))
			.withMessageStartingWith(file.toString())
			.withStackTraceContaining(fault);
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-12T20:59:00+09:00,", "2026-05-12T21:00:00+09:00,PT10H", "2026-05-13T04:00:00+09:00,PT3H",
			"2026-05-13T07:00:00+09:00," })
	void nightPassesMidnight(OffsetDateTime now, Duration left) {
		assertThat(this.zones.quietHours().left(now.toInstant()).orElse(null)).isEqualTo(left);
	}

	private static Alert forDistricts(String... districts) {
		Alert alert = SampleAlerts.evacuation();
		List<Area.Geocode> codes = Stream.of(districts)
			.map((one) -> new Area.Geocode(Area.Geocode.DISTRICT, one))
			.toList();
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				alert.infos()
					.stream()
					.map((info) -> new Info(info.language(), info.classification(), info.text(), info.expires(),
							info.parameters(), List.of(new Area("地区", codes, List.of()))))
					.toList());
	}

}
