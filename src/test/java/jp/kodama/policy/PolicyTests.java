package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.audience.CodeTable;
import jp.kodama.audience.Municipalities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a municipality's written policy decides, and how a broken one is refused. */
class PolicyTests {

	private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-06-01T10:00:00+09:00");

	@TempDir
	private Path config;

	@BeforeEach
	void copy() throws IOException {
		for (String folder : List.of("areas", "policy")) {
			Files.createDirectories(this.config.resolve(folder));
			try (Stream<Path> files = Files.list(Path.of("config", folder))) {
				for (Path file : files.toList()) {
					Files.copy(file, this.config.resolve(folder).resolve(file.getFileName()));
				}
			}
		}
	}

	@Test
	void aTownMaySetItsOwnActionForATelegramOrASingleKind() throws IOException {
		assertThat(decide("津波警報・注意報・予報a", "62").verdict()).isEqualTo(Verdict.AUTO);
		Files.writeString(this.config.resolve("policy/17461.yaml"), "actions: {VTSE41/62: HOLD, VXSE53: RECORD}\n");
		assertThat(decide("津波警報・注意報・予報a", "62").verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decide("津波警報・注意報・予報a", "51").verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void aTitleIsKnownWhateverTheWidthOfItsLetters() {
		assertThat(decide("津波警報・注意報・予報ａ", "51").telegram()).isEqualTo("VTSE41");
	}

	@Test
	void anActionThatIsNoActionStopsTheStart() throws IOException {
		Files.writeString(this.config.resolve("policy/17461.yaml"), "actions: {VTSE41: PERHAPS}\n");
		assertThatThrownBy(() -> decide("津波警報・注意報・予報a", "51")).hasMessageContaining("PERHAPS");
	}

	@Test
	void aKindWithoutItsHazardStopsTheStart() throws IOException {
		Files.writeString(this.config.resolve("policy/kinds.csv"),
				"telegrams,code,name,level,action,hazard\nVTSE41,51,津波警報,,AUTO,flood-of-stars\n");
		assertThatThrownBy(() -> decide("津波警報・注意報・予報a", "51")).hasMessageContaining("flood-of-stars");
	}

	@Test
	void everyKindThatIsToldHasWordsInBothLanguages() {
		Hazards hazards = Hazards.load(Path.of("config/policy/hazards.yaml"));
		for (var row : CodeTable.read(Path.of("config/policy/kinds.csv"))) {
			KindRule rule = KindRule.of(row, hazards.byId());
			if (rule.verdict().alerts() && !rule.lifts()) {
				for (String language : List.of("ja", "en")) {
					assertThat(rule.hazard().words("act", language, "")).as(rule.hazard().id()).isNotBlank();
					assertThat(rule.hazard().words("tell", language, "")).as(rule.hazard().id()).isNotBlank();
				}
				assertThat(rule.hazard().words("event", "en", "")).as(rule.hazard().id()).isNotBlank();
				assertThat(rule.hazard().cap()).as(rule.hazard().id()).hasSize(5);
				assertThat(hazards.sound(rule.hazard().sound())).as(rule.hazard().id()).isNotBlank();
			}
		}
	}

	@Test
	void everyKindBelongsToATelegramThatATitleLeadsTo() {
		List<String> known = CodeTable.read(Path.of("config/policy/telegrams.csv"))
			.stream()
			.map((row) -> row.get("code"))
			.toList();
		assertThat(CodeTable.read(Path.of("config/policy/kinds.csv")))
			.flatExtracting((row) -> List.of(row.getOrDefault("telegrams", "").split(" ")))
			.allMatch(known::contains);
	}

	private Decision decide(String title, String code) {
		Policy policy = Policy.load(this.config, Municipalities.load(this.config.resolve("areas")).find("17461"));
		Bulletin.Notice notice = new Bulletin.Notice(new Bulletin.Kind(code, "", "", ""),
				new Bulletin.Place("津波予報区", "", "360", "石川県能登", true));
		return policy.decide(new Bulletin(new Bulletin.Origin("jma", title, title, "気象庁本庁"),
				new Bulletin.Issue(Status.Actual, MsgType.Alert, "1", "", TIME), "", List.of(notice)), TIME);
	}

}
