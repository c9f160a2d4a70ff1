package jp.kodama.bench.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What posts as fast as can be and keeps nothing: h2load (apt: nghttp2-client) and
 * undici (npm; in {@code peers} of the parts). What is missing is left out, and said.
 */
final class Others {

	private static final Pattern RATE = Pattern.compile("finished in .*?, ([0-9.]+) req/s");

	private static final String UNDICI = """
			const { Pool } = require(process.argv[1]);
			const [url, count, path, body] = process.argv.slice(2);
			const pool = new Pool(url, { connections: 32, pipelining: 1 });
			const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic QUM6dG9r' };
			const begin = process.hrtime.bigint();
			Promise.all(Array.from({ length: Number(count) }, (_, n) =>
			  pool.request({ path, method: 'POST', headers, body: body + '&To=%2B8190' + n }).then((r) => r.body.dump())))
			  .then(() => { console.log(Number(count) * 1e9 / Number(process.hrtime.bigint() - begin)); process.exit(0); });
			""";

	private static final String PATH = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";

	private final Path project;

	private final String form;

	Others(Path project) throws IOException {
		this.project = project.toAbsolutePath();
		this.form = Files.readString(this.project.resolveSibling("shared/harness/sms.form")).strip();
	}

	/** Posts a second. */
	OptionalDouble h2load(String url, int count) throws IOException, InterruptedException {
		Path body = Files.writeString(Files.createTempFile("sms", ".form"), this.form);
		String said = run(List.of("h2load", "--h1", "-n", "" + count, "-c", "32", "-t", "1", "-d", body.toString(), "-H",
				"Content-Type: application/x-www-form-urlencoded", "-H", "Authorization: Basic QUM6dG9r", url + PATH));
		Matcher rate = RATE.matcher(said);
		return rate.find() ? OptionalDouble.of(Double.parseDouble(rate.group(1))) : missing("h2load");
	}

	/** Posts a second. */
	OptionalDouble undici(String url, int count) throws IOException, InterruptedException {
		Path library = Path
			.of(System.getenv().getOrDefault("KODAMA_PARTS", this.project.resolve(".parts").toString()),
					"peers/node_modules/undici")
			.toAbsolutePath();
		if (!Files.isDirectory(library)) {
			return missing("undici (npm install --prefix .parts/peers undici@7.30.2)");
		}
		return OptionalDouble.of(Double
			.parseDouble(run(List.of("node", "-e", UNDICI, library.toString(), url, "" + count, PATH, this.form)).strip()));
	}

	private static OptionalDouble missing(String what) {
		System.err.println("[bench] left out, not installed: " + what);
		return OptionalDouble.empty();
	}

	private static String run(List<String> command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor();
			return said;
		}
		catch (IOException ex) {
			return "";
		}
	}

}
