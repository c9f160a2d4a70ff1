package jp.kodama.bench.contacts;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Search;
import jp.kodama.bench.Bench;
import jp.kodama.bench.Figures;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** {@code ./kodama bench contacts [ROWS]}: the real commands, in 128 MB of heap. */
public final class Run implements Bench.Workload {

	private static final String HEADER = "番号,氏名,言語,地区,グループ,同意,同意方法,同意日,静穏時間,メール,SMS\n";

	private static final String[] DISTRICTS = { "穴水", "住吉", "兜", "諸橋" };

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int rows = arguments.isEmpty() ? 200_000 : Integer.parseInt(arguments.get(0));
		Path home = Files.createTempDirectory("kodama-contacts");
		Path file = home.resolve("residents.csv");
		write(file, rows);
		Figures figures = new Figures().with("file", "rows", rows).with("file", "MB", Files.size(file) / 1e6);
		command(figures, "check (dry run)", home, "import", file.toString());
		command(figures, "check and take in the good rows", home, "import", file.toString(), "--good-rows");
		command(figures, "the same file again", home, "import", file.toString(), "--good-rows");
		command(figures, "export", home, "export", home.resolve("out.csv").toString());
		Files.writeString(home.resolve("words"), "umi no mieru oka no ue");
		command(figures, "encrypted backup, read back", home, "backup", home.resolve("backup").toString(), "--passphrase",
				"file:" + home.resolve("words"));
		search(figures, home);
		FileSystemUtils.deleteRecursively(home);
		return figures;
	}

	/** One row in a hundred is bad, each in one of four ways. */
	private static void write(Path file, int rows) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			writer.write(HEADER);
			for (int i = 0; i < rows; i++) {
				boolean bad = i % 100 == 99;
				int way = bad ? i / 100 % 4 : -1;
				writer.write("N-" + i + ",住民" + i + " 花子," + ((way == 0) ? "xx" : "ja") + ","
						+ ((way == 1) ? "東京" : DISTRICTS[i % DISTRICTS.length]) + "," + ((i % 50 == 0) ? "区長" : "")
						+ ",あり,紙,2026-04-01,," + ((way == 2) ? "not a mail" : "resident" + i + "@example.jp") + ","
						+ ((way == 3) ? "12" : "090-%04d-%04d".formatted(i / 10_000 + 1000, i % 10_000)) + "\n");
			}
		}
	}

	private static void command(Figures figures, String row, Path home, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx128m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp",
				System.getProperty("java.class.path"), "jp.kodama.command.Kodama", "contacts"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File(home.toFile(), "log"));
		builder.environment().put("KODAMA_HOME", home.toString());
		long begin = System.nanoTime();
		Process process = builder.start();
		long memory = 0;
		Duration cpu = Duration.ZERO;
		while (process.isAlive()) {
			memory = Math.max(memory, resident(process.pid()));
			cpu = process.info().totalCpuDuration().orElse(cpu);
			Thread.sleep(20);
		}
		figures.with(row, "s", (System.nanoTime() - begin) / 1e9)
			.with(row, "CPU s", cpu.toMillis() / 1e3)
			.with(row, "peak MB resident", memory / 1e3)
			.with(row, "exit", process.exitValue());
		Files.readAllLines(home.resolve("log")).stream().limit(2).forEach(System.out::println);
	}

	/** The most it ever had in memory, in kB. */
	private static long resident(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmHWM"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void search(Figures figures, Path home) {
		SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:sqlite:" + home.resolve("kodama.db"),
				true);
		Directory directory = new Directory(new JdbcTemplate(source),
				new TransactionTemplate(new DataSourceTransactionManager(source)), (event) -> {
				}, Clock.systemUTC());
		for (String words : List.of("N-150000", "150000 花", "resident150000@", "090-1015-0000", "nobody")) {
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				long begin = System.nanoTime();
				directory.find(new Search(words, "", "", 0), 51, "bench");
				times.add(System.nanoTime() - begin);
			}
			figures.withTimes("search " + words, times);
		}
		source.destroy();
	}

}
