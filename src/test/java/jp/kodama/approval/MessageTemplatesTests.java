package jp.kodama.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Municipality;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The messages prepared before the night they are needed. */
class MessageTemplatesTests {

	private final Municipality town = new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(),
			List.of(new Municipality.District("住吉", "すみよし", "Sumiyoshi"),
					new Municipality.District("諸橋", "もろはし", "Morohashi")));

	private final MessageTemplates templates = new MessageTemplates(Path.of("."), this.town);

	@TestFactory
	Stream<DynamicTest> everyPreparedMessageSpeaksThreeLanguagesAndLeavesNoBlank() {
		return this.templates.all(false).entrySet().stream().map((one) -> DynamicTest.dynamicTest(one.getKey(), () -> {
			MessageTemplate template = one.getValue();
			assertThat(template.texts()).containsOnlyKeys("ja", "ja-x-easy", "en");
			Map<String, Message> filled = this.templates.fill(template, List.of("住吉"), answers(template));
			filled.values().forEach((message) -> {
				assertThat(Message.open(message.instruction() + message.description() + message.headline())).isFalse();
				assertThat(message.headline().length()).isLessThan(160);
			});
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyChoiceIsWordedInThreeLanguages() {
		return this.templates.all(false)
			.entrySet()
			.stream()
			.map((one) -> DynamicTest.dynamicTest(one.getKey(),
					() -> one.getValue()
						.blanks()
						.values()
						.forEach((blank) -> assertThat(blank.choices())
							.allSatisfy((choice) -> assertThat(choice).containsOnlyKeys("ja", "ja-x-easy", "en")))));
	}

	@Test
	void aDistrictIsNamedInEachLanguageAndReadAloudInThePlainOne() {
		Map<String, Message> filled = this.templates.fill(this.templates.get("evacuation-order"), List.of("住吉", "諸橋"),
				Map.of("hazard", Map.of("ja", "洪水"), "shelter", Map.of("ja", "住吉公民館")));
		assertThat(in("ja", filled).description()).isEqualTo("住吉・諸橋で、洪水の危険が非常に高まっています。");
		assertThat(in("ja-x-easy", filled).description()).startsWith("住吉（すみよし）・諸橋（もろはし）が").contains("洪水（こうずい");
		assertThat(in("en", filled).description())
			.isEqualTo("The danger of flooding is very high in Sumiyoshi, Morohashi.");
	}

	@Test
	void aMessageWithoutDistrictsSpeaksOfTheWholeTown() {
		Map<String, Message> filled = this.templates.fill(this.templates.get("tsunami"), List.of(), Map.of());
		assertThat(in("ja", filled).description()).startsWith("穴水町全域の");
		assertThat(in("en", filled).description()).contains("all of Anamizu Town");
	}

	@Test
	void aWithdrawalNamesTheEventInTheLanguagesOfTheAlert() {
		Alert alert = SampleAlerts.evacuation();
		Entry mistake = this.templates.withdrawal(this.templates.get("mistake"), alert);
		assertThat(mistake.messages()).containsOnlyKeys("ja", "ja-x-easy", "en");
		assertThat(in("ja", mistake.messages()).headline()).isEqualTo("先ほどの避難指示は誤りです");
		assertThat(in("en", mistake.messages()).headline()).isEqualTo("Evacuation Order: issued by mistake");
		assertThat(mistake.districts()).containsExactly("住吉", "諸橋");
		assertThat(mistake.kind().classification().event()).isEqualTo("避難指示");
	}

	@Test
	void aBrokenTemplateIsNamed(@TempDir Path root) throws Exception {
		Path file = Files.createDirectories(root.resolve("config/templates")).resolve("10-broken.yaml");
		Files.writeString(file, "title: {ja: こわれた}\nlasts: soon\n");
		assertThatThrownBy(() -> new MessageTemplates(root, this.town)).hasMessageContaining("10-broken.yaml");
	}

	private static Message in(String language, Map<String, Message> messages) {
		return Objects.requireNonNull(messages.get(language));
	}

	private static Map<String, Map<String, String>> answers(MessageTemplate template) {
		Map<String, Map<String, String>> answers = new java.util.HashMap<>();
		template.blanks()
			.forEach((name, blank) -> answers.put(name,
					blank.choices().isEmpty() ? Map.of("ja", "公民館") : blank.choices().get(0)));
		return answers;
	}

}
