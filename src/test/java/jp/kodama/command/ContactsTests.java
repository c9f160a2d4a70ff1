package jp.kodama.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.receipt.AuditTrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The restore drill: a list is taken in, backed up, lost, and restored elsewhere. */
class ContactsTests {

	private static final String LIST = "番号,氏名,同意,同意日,メール,SMS\n1,花子,あり,2026-04-01,hanako@example.jp,090-1234-5678\n"
			+ "2,太郎,なし,,taro@example.jp,\n";

	@TempDir
	Path folder;

	@Test
	void whatWasBackedUpIsThereAgainOnAnotherMachine() throws Exception {
		Path list = Files.writeString(this.folder.resolve("list.csv"), LIST);
		Path words = Files.writeString(this.folder.resolve("words"), "umi no mieru oka no ue\n");
		assertThat(run("import", "a", list.toString())).startsWith("0 ")
			.contains("正しい / good 2")
			.doesNotContain("取り込みました");
		assertThat(run("import", "a", list.toString(), "--take")).startsWith("0 ").contains("taken in: 2");
		assertThat(run("export", "a", at("a.csv"))).startsWith("0 ");
		assertThat(run("export", "a", at("a.csv"))).as("never over another file").startsWith("1 ");
		assertThat(run("backup", "a", at("backup"), "--passphrase", "file:" + words)).startsWith("0 ")
			.contains("read back");
		assertThat(run("restore", "a", at("backup"), "--passphrase", "file:" + words)).startsWith("1 ")
			.contains("--replace");
		assertThat(run("restore", "b", at("backup"), "--passphrase", "file:" + words)).startsWith("0 ");
		assertThat(run("export", "b", at("b.csv"))).startsWith("0 ");
		assertThat(Files.readString(this.folder.resolve("b.csv")))
			.isEqualTo(Files.readString(this.folder.resolve("a.csv")))
			.contains("hanako@example.jp", "+819012345678");
		assertThat(AuditTrail.verify(new DriverManagerDataSource("jdbc:sqlite:" + this.folder.resolve("b/kodama.db"))))
			.isEmpty();
	}

	@Test
	void aBadRowIsNamedAndNothingIsTakenInUnlessTheGoodRowsAreAskedFor() throws Exception {
		Path list = Files.writeString(this.folder.resolve("list.csv"), LIST + "3,三郎,あり,昨日,,\n");
		assertThat(run("import", "a", list.toString(), "--take")).startsWith("1 ")
			.contains("4行 / line 4 同意日")
			.doesNotContain("taken in");
		assertThat(this.folder.resolve("list.csv.bad.csv")).exists();
		assertThat(run("import", "a", list.toString(), "--good-rows")).startsWith("0 ").contains("taken in: 2");
		assertThat(run("backup", "a", at("backup"), "--passphrase", "file:" + at("nowhere"))).startsWith("1 ")
			.contains("合言葉が読めません");
	}

	private String at(String file) {
		return this.folder.resolve(file).toString();
	}

	/** Exit code and output. */
	private String run(String command, String home, String... arguments) {
		StringWriter out = new StringWriter();
		String[] all = new String[arguments.length + 4];
		all[0] = "contacts";
		all[1] = "--home";
		all[2] = at(home);
		all[3] = command;
		System.arraycopy(arguments, 0, all, 4, arguments.length);
		int exit = CommandLineOf.run(new PrintWriter(out), all);
		return exit + " " + out;
	}

}
