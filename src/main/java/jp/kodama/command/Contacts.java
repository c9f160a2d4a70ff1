package jp.kodama.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import jp.kodama.audience.importing.Progress;
import jp.kodama.audience.importing.UnusableFile;
import jp.kodama.delivery.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./kodama contacts}: residents in and out of a state folder. What is done is a
 * link of its audit chain.
 */
@Command(name = "contacts", mixinStandardHelpOptions = true, description = "住民の連絡先 / the residents' contacts")
class Contacts {

	@Mixin
	private ContactStore store = new ContactStore();

	@Spec
	private @Nullable CommandSpec spec;

	@Command(name = "export", mixinStandardHelpOptions = true, description = "CSV に書き出す / writes a CSV file")
	int export(@Parameters(paramLabel = "FILE", description = "新しいファイル / a new file") Path file) throws IOException {
		try (ContactStore.Opened opened = this.store.open(); OutputStream out = fresh(file)) {
			opened.exports().write(out);
			opened.tell("contacts.EXPORTED", opened.backup().present(), "CSV");
		}
		out().println("書き出しました / written: " + file);
		return 0;
	}

	@Command(name = "import", mixinStandardHelpOptions = true,
			description = "CSV を検査し、--take で取り込む / checks a CSV file; takes it in with --take")
	int read(@Parameters(paramLabel = "FILE", description = "CSV") Path file,
			@Option(names = "--take", description = "取り込む（不正な行がなければ） / take it in, if no row is bad") boolean take,
			@Option(names = "--good-rows",
					description = "不正な行があっても、正しい行だけ取り込む / take in the good rows although others are bad") boolean goodRows)
			throws IOException {
		Progress checked = new Progress();
		Path bad = file.resolveSibling(file.getFileName() + ".bad.csv");
		try (ContactStore.Opened opened = this.store.open()) {
			String charset = opened.imports().check(file, bad, checked);
			out().printf("%s: %d 行 / rows (%s), 正しい / good %d, 不正 / bad %d%n", file, checked.rows(), charset,
					checked.good(), checked.bad());
			checked.faults()
				.forEach((one) -> out().printf("  %d行 / line %d %s %s%n", one.line(), one.line(), one.field(),
						one.reason()));
			if (checked.bad() > 0) {
				out().println("不正な行の一覧 / every bad row: " + bad);
			}
			if (!(take && checked.bad() == 0) && !goodRows) {
				return (checked.bad() == 0) ? 0 : 1;
			}
			Progress taken = new Progress();
			opened.imports().take(file, opened.operator(), opened.now(), taken);
			opened.tell("contacts.IMPORTED", taken.kept(), "rows " + taken.rows() + ", bad " + taken.bad());
			out().println("取り込みました / taken in: " + taken.kept());
			return 0;
		}
		catch (UnusableFile ex) {
			out().println(ex.getMessage());
			return 1;
		}
	}

	@Command(name = "backup", mixinStandardHelpOptions = true,
			description = "連絡先を暗号化して保存する / writes an encrypted backup")
	int backup(@Parameters(paramLabel = "FILE", description = "新しいファイル / a new file") Path file,
			@Option(names = "--passphrase", required = true, paramLabel = "env:NAME|file:PATH",
					description = "合言葉の場所 / where the passphrase is") String passphrase)
			throws IOException {
		String words = words(passphrase);
		try (ContactStore.Opened opened = this.store.open(); OutputStream out = fresh(file)) {
			long rows = opened.backup().write(out, words);
			opened.tell("contacts.BACKED_UP", rows, "encrypted");
			out().println("保存しました / written: " + file + " (" + rows + " 行 / rows)");
		}
		try (ContactStore.Opened opened = this.store.open(); InputStream in = Files.newInputStream(file)) {
			out().println("読み返して確かめました / read back: " + opened.backup().check(in, words) + " 行 / rows");
		}
		return 0;
	}

	@Command(name = "restore", mixinStandardHelpOptions = true,
			description = "バックアップから戻す / restores from a backup; stop the server first")
	int restore(@Parameters(paramLabel = "FILE", description = "バックアップ / the backup") Path file,
			@Option(names = "--passphrase", required = true, paramLabel = "env:NAME|file:PATH",
					description = "合言葉の場所 / where the passphrase is") String passphrase,
			@Option(names = "--replace", description = "いまの連絡先を捨てて置き換える / throw away what there is") boolean replace)
			throws IOException {
		String words = words(passphrase);
		try (ContactStore.Opened opened = this.store.open()) {
			if (opened.backup().present() > 0 && !replace) {
				out().println("連絡先がすでにあります。置き換えるには --replace / there are contacts already: --replace throws them away");
				return 1;
			}
			try (InputStream in = Files.newInputStream(file)) {
				opened.backup().check(in, words);
			}
			try (InputStream in = Files.newInputStream(file)) {
				long rows = opened.backup().restore(in, words);
				opened.tell("contacts.RESTORED", rows, replace ? "replaced" : "");
				out().println("戻しました / restored: " + rows + " 行 / rows");
			}
		}
		return 0;
	}

	private static String words(String reference) {
		return Secret.read(reference)
			.filter((words) -> !words.isBlank())
			.orElseThrow(
					() -> new IllegalArgumentException("合言葉が読めません（env:名前 か file:場所） / no passphrase at " + reference));
	}

	/** Never over another file, and for its owner only. */
	private static OutputStream fresh(Path file) throws IOException {
		Path parent = file.toAbsolutePath().getParent();
		if (parent != null && Files.getFileStore(parent).supportsFileAttributeView("posix")) {
			Files.createFile(file, java.nio.file.attribute.PosixFilePermissions
				.asFileAttribute(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
			return Files.newOutputStream(file, StandardOpenOption.WRITE);
		}
		return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
	}

	private PrintWriter out() {
		return Objects.requireNonNull(this.spec).commandLine().getOut();
	}

}
