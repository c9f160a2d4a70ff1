package jp.kodama.audience.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.audience.Townsfolk;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.Known;
import jp.kodama.audience.residents.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A town's spreadsheet, as it really comes. */
class ImportTests {

	private static final String HEADER = "番号,氏名,言語,地区,グループ,同意,同意方法,同意日,静穏時間,メール,SMS\n";

	@TempDir
	Path folder;

	private Townsfolk town;

	private Path file;

	@BeforeEach
	void anEmptyTown() {
		this.town = Townsfolk.in(this.folder);
		this.file = this.folder.resolve("residents.csv");
	}

	@Test
	void everyRowIsReadAsItWasMeant() throws IOException {
		take(HEADER + "1,穴水 花子,en,住吉,区長;消防団,あり,紙,2026/4/1,22:00-6:00,hanako@Example.jp,０９０-1234-5678\n"
				+ "2,\"佐藤, 太郎\",,,,,,,,taro@example.jp;taro@work.example.jp,\n");
		Known hanako = only("1");
		assertThat(hanako.resident().name()).isEqualTo("穴水 花子");
		assertThat(hanako.resident().language()).isEqualTo("en");
		assertThat(hanako.resident().home().groups()).containsExactlyInAnyOrder("ward-heads", "fire-brigade");
		assertThat(hanako.resident().consent().state()).isEqualTo(Consent.State.GIVEN);
		assertThat(hanako.resident().consent().at()).isEqualTo("2026-03-31T15:00:00Z");
		assertThat(hanako.resident().quiet().text()).isEqualTo("22:00-6:00");
		assertThat(hanako.resident().addresses()).containsEntry("email", List.of("hanako@example.jp"))
			.containsEntry("sms", List.of("+819012345678"));
		Known taro = only("2");
		assertThat(taro.resident().name()).isEqualTo("佐藤, 太郎");
		assertThat(taro.resident().addresses().get("email")).hasSize(2);
		assertThat(taro.rows()).noneMatch(Known.Address::reachable);
	}

	@Test
	void everyBadRowIsNamedByLineAndFieldAndNothingIsWritten() throws IOException {
		Progress progress = check(HEADER + "1,良い,ja,住吉,,あり,,,,a@example.jp,\n" + ",名無し,ja,住吉,,あり,,,,b@example.jp,\n"
				+ "3,言語,xx,住吉,,あり,,,,,\n" + "4,地区,ja,東京,,あり,,,,,\n" + "5,グループ,ja,住吉,町長,あり,,,,,\n"
				+ "6,同意,ja,住吉,,たぶん,,昨日,夜,,\n" + "7,宛先,ja,住吉,,あり,,,,not a mail,12\n" + "1,二度目,ja,住吉,,あり,,,,,\n"
				+ "9,同じ宛先,ja,住吉,,あり,,,,a@EXAMPLE.jp,\n" + "10,少ない\n" + "11,\"開いた,ja,住吉,,あり,,,,,\n"
				+ "12,=1+1,ja,住吉,,あり,,,,,\n" + "13,良い,ja,住吉,,あり,,,,c@example.jp,\n");
		assertThat(progress.rows()).isEqualTo(13);
		assertThat(progress.good()).isEqualTo(2);
		assertThat(progress.faults()).extracting((one) -> one.line() + " " + one.field())
			.containsExactly("3 番号", "4 言語", "5 地区", "6 グループ", "7 同意", "7 同意日", "7 静穏時間", "8 メール", "8 SMS", "9 番号",
					"10 email", "11 ", "12 ", "13 氏名");
		assertThat(progress.faults().get(9).reason()).contains("2行目");
		assertThat(this.town.directory().count()).isZero();
		assertThat(Files.readString(this.folder.resolve("bad.csv"))).contains("4,言語,xx", "13,氏名,'=1+1");
	}

	@Test
	void anAddressOfAnotherResidentIsNotTakenFromThem() throws IOException {
		take(HEADER + "1,a,,,,あり,,,,a@example.jp,\n");
		Progress again = check(HEADER + "1,a,,,,あり,,,,a@example.jp,\n2,b,,,,あり,,,,a@example.jp,\n");
		assertThat(again.faults()).hasSize(1);
		Progress other = check(HEADER + "2,b,,,,あり,,,,a@example.jp,\n");
		assertThat(other.faults()).extracting(Fault::reason).containsExactly("他の住民の宛先です / another resident's address");
	}

	@Test
	void theSameFileTwiceChangesNothing() throws IOException {
		String text = HEADER + "1,a,,住吉,区長,あり,紙,2026-01-01,,a@example.jp,090-1234-5678\n";
		take(text);
		Known once = only("1");
		take(text);
		assertThat(only("1")).isEqualTo(once);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-31j" })
	void whatExcelInJapanWritesIsRead(String charset) throws IOException {
		Files.write(this.file, (HEADER + "1,髙橋①㈱,ja,住吉,,あり,,,,,\r\n").getBytes(Charset.forName(charset)));
		assertThat(this.town.imports().check(this.file, this.folder.resolve("bad.csv"), new Progress()))
			.isEqualTo(charset.equals("UTF-8") ? "UTF-8" : "Shift_JIS");
		this.town.imports().take(this.file, "officer", Townsfolk.NOW, new Progress());
		assertThat(only("1").resident().name()).isEqualTo("髙橋①㈱");
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
		assertThat(check("\uFEFF" + HEADER + "1,a,,,,,,,,,\n").good()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "EUC-JP", "ISO-2022-JP" })
	void otherLettersAreRefusedByName(String charset) throws IOException {
		Files.write(this.file, (HEADER + "1,花子,ja,住吉,,あり,,,,,\n").getBytes(Charset.forName(charset)));
		assertThatThrownBy(() -> this.town.imports().check(this.file, this.folder.resolve("bad.csv"), new Progress()))
			.isInstanceOf(UnusableFile.class)
			.hasMessageContaining(charset.startsWith("UTF-16") ? "UTF-16" : charset);
	}

	@Test
	void aWorkbookAndAnEmptyFileAndAStrangeHeaderAreRefusedByName() throws IOException {
		Files.write(this.file, new byte[] { 'P', 'K', 3, 4, 0, 0 });
		assertThatThrownBy(this::check).hasMessageContaining("Excel");
		Files.write(this.file, new byte[0]);
		assertThatThrownBy(this::check).hasMessageContaining("空です");
		assertThatThrownBy(() -> check("番号,電話,氏名,氏名\n1,a,b,c\n")).hasMessageContaining("「電話」「氏名」");
		assertThatThrownBy(() -> check("氏名,メール\na,b\n")).hasMessageContaining("番号");
	}

	@Test
	void aLineOfTenMegabytesAndANulSpoilTheirOwnRowOnly() throws IOException {
		Progress progress = check(
				HEADER + "1," + "あ".repeat(3_500_000) + ",,,,,,,,,\n" + "2,a\0b,,,,,,,,,\n" + "3,良い,,,,,,,,,\n");
		assertThat(progress.faults()).extracting(Fault::reason)
			.satisfiesExactly((one) -> assertThat(one).contains("長すぎます"), (one) -> assertThat(one).contains("NUL"));
		assertThat(progress.good()).isEqualTo(1);
		assertThat(progress.faults().get(0).value()).hasSizeLessThan(100);
	}

	@Test
	void whatIsWrittenOutRunsNothingAndComesBackTheSame() throws IOException {
		take(HEADER + "1,\"a \"\"b\"\", c\",en,住吉,区長,あり,窓口,2026-01-01,22:00-6:00,=cmd@example.jp,+819012345678\n");
		List<Known> before = all();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.town.exports().write(out);
		String text = out.toString(StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF番号,").contains(",'=cmd@example.jp,").contains("+819012345678");
		this.town.jdbc().update("DELETE FROM resident");
		this.town.jdbc().update("DELETE FROM resident_group");
		this.town.jdbc().update("DELETE FROM recipient");
		take(text);
		assertThat(all()).extracting(Known::resident).isEqualTo(before.stream().map(Known::resident).toList());
	}

	@Test
	void rowsThatWereGoodAreTakenInBesideBadOnes() throws IOException {
		Files.writeString(this.file, HEADER + "1,a,,,,,,,,,\n2,b,xx,,,,,,,,\n3,c,,,,,,,,,\n");
		Progress taken = new Progress();
		this.town.imports().take(this.file, "officer", Townsfolk.NOW, taken);
		assertThat(taken.kept()).isEqualTo(2);
		assertThat(all()).extracting((one) -> one.resident().number()).containsExactly("1", "3");
	}

	private Progress check(String text) throws IOException {
		Files.writeString(this.file, text);
		return check();
	}

	private Progress check() throws IOException {
		Progress progress = new Progress();
		this.town.imports().check(this.file, this.folder.resolve("bad.csv"), progress);
		return progress;
	}

	private void take(String text) throws IOException {
		assertThat(check(text).faults()).isEmpty();
		this.town.imports().take(this.file, "officer", Townsfolk.NOW, new Progress());
	}

	private List<Known> all() {
		return this.town.directory().find(new Search("", "", "", 0), 100, "test");
	}

	private Known only(String number) {
		return all().stream().filter((one) -> one.resident().number().equals(number)).findFirst().orElseThrow();
	}

}
