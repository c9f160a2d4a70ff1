package jp.kodama.intake.michibiki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Sentences that Michibiki really sent on 2024-06-04, against what another decoder made
 * of them, field by field.
 */
class RealSentenceTests {

	private static final Path DATA = Path.of("../shared/data/jalert/qzqsm_dcx_240604.decoded.json");

	private final CodeLists lists = new CodeLists(Path.of("config"), "dcx");

	@BeforeAll
	static void theDataIsThere() {
		assumeTrue(Files.isRegularFile(DATA), "real sentences are not part of the repository: " + DATA);
	}

	@Test
	void everyFieldIsReadAsTheOtherDecoderReadsIt() throws IOException, Unreadable {
		int compared = 0;
		for (JsonNode row : new JsonMapper().readTree(Files.readAllBytes(DATA))) {
			JsonNode truth = row.path("decoded");
			Dcx message = new Dcx(Sentence.read(bytes(row)).bits());
			if (truth.path("dcx_message_type").asString("").equals("Null Message")) {
				assertThat(message.empty()).isTrue();
				continue;
			}
			assertThat(message.empty()).isFalse();
			assertThat(this.lists.word("types", message.messageType()))
				.hasValue(truth.path("a1_message_type").asString(""));
			assertThat(truth.path("a5_severity").asString(""))
				.startsWith(this.lists.word("severity", message.severity()).orElseThrow());
			assertThat(this.lists.field("hazards", message.hazard(), "en").orElse("Undefined hazard type (Code: 0)"))
				.isEqualTo(truth.path("a4_hazard_type").asString(""));
			OffsetDateTime onset = OffsetDateTime.parse(truth.path("a6a7_hazard_onset_datetime").asString(""));
			assertThat(message.onset(onset.toInstant())).hasValue(onset.toInstant());
			if (truth.has("a11_japanese_library_ja")) {
				assertThat(this.lists.field("guidance", message.guidance(), "ja"))
					.hasValue(truth.path("a11_japanese_library_ja").asString(""));
			}
			assertThat(message.ellipse()).isEqualTo(truth.has("a12_ellipse_centre_latitude"));
			areas(message, truth);
			compared++;
		}
		assertThat(compared).isEqualTo(75);
	}

	@Test
	void nothingOfThatDayOfTrialsIsMeant() throws IOException, Unreadable {
		MichibikiReader reader = new MichibikiReader(Path.of("config"));
		for (JsonNode row : new JsonMapper().readTree(Files.readAllBytes(DATA))) {
			Bulletin bulletin = reader.read(bytes(row), Instant.parse("2024-06-04T03:00:00Z"));
			assertThat(bulletin.issue().status().drill()).isTrue();
			assertThat(bulletin.origin().title()).isNotEqualTo("みちびき災危通報（要確認）");
		}
	}

	private void areas(Dcx message, JsonNode truth) {
		if (!truth.path("a2_country_region_name").asString("").equals("Japan") || message.ellipse()) {
			return;
		}
		List<String> names = new AreasOfDcx(message, this.lists).places()
			.orElseThrow()
			.stream()
			.map(Bulletin.Place::name)
			.toList();
		List<String> expected = truth.has("ex9_target_area_list_ja")
				? StreamSupport.stream(truth.path("ex9_target_area_list_ja").spliterator(), false)
					.map(JsonNode::asString)
					.toList()
				: List.of(truth.path("ex1_target_area_ja").asString(""));
		assertThat(names).hasSameSizeAs(expected);
		for (int i = 0; i < names.size(); i++) {
			// 「札幌市中央区」 is told to 札幌市; the other decoder writes the prefecture before the
			// name.
			String name = names.get(i);
			assertThat(expected).anyMatch((one) -> one.contains(name));
		}
	}

	private static byte[] bytes(JsonNode row) {
		return row.path("nmea").asString("").getBytes(StandardCharsets.US_ASCII);
	}

}
