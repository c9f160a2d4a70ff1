package jp.kodama.bench.mail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Other senders, measured the same way: postfix' smtp-source and nodemailer's pool. */
final class Peers {

	private static final String NODEMAILER = "nodemailer@7.0.10";

	private static final String SHA256 = "5902f04ff595b7c8b76978aed4a1d97e96709322c19170bb4c94e7624a9fe87b";

	private static final String SCRIPT = """
			const [port, count, connections] = process.argv.slice(2).map(Number);
			const transport = require('./package').createTransport({host: '127.0.0.1', port, pool: true, secure: false,
			  ignoreTLS: true, maxConnections: connections, maxMessages: Infinity});
			const text = '危険な場所から全員避難してください。\\n土砂災害の危険が非常に高まっています。避難所は住吉公民館と諸橋公民館です。\\n'.repeat(3);
			let open = count;
			for (let i = 1; i <= count; i++) {
			  transport.sendMail({from: 'bosai@anamizu.test', to: `r${i}@anamizu.test`, subject: '避難指示 aid-node', text,
			    html: '<p>' + text + '</p>', list: {unsubscribe: `https://anamizu.test/stop/rid-${i}?aid-node`}}, (error) => {
			    if (error) { console.error(error.message); process.exitCode = 1; }
			    if (--open === 0) transport.close();
			  });
			}
			""";

	private final Path folder;

	Peers(Path project) throws IOException {
		this.folder = Files.createDirectories(project.toAbsolutePath().resolve("target/peers"));
	}

	/** Seconds, and processor seconds; null where the program is missing. */
	@org.jspecify.annotations.Nullable Cost smtpSource(int port, int count, int connections) throws Exception {
		return time("smtp-source -d -s " + connections + " -m " + count + " -l 1500 -f bosai@anamizu.test -t rid-1@anamizu.test 127.0.0.1:"
				+ port);
	}

	@org.jspecify.annotations.Nullable Cost nodemailer(int port, int count, int connections) throws Exception {
		if (!Files.isDirectory(this.folder.resolve("package"))) {
			Process pack = new ProcessBuilder("npm", "pack", "--silent", NODEMAILER).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(new File("/dev/null"))
				.start();
			Path archive = this.folder.resolve(NODEMAILER.replace('@', '-') + ".tgz");
			if (pack.waitFor() != 0 || !sha256(archive).equals(SHA256)) {
				System.err.println(NODEMAILER + ": not to be had, or not what it was");
				return null;
			}
			new ProcessBuilder("tar", "xzf", archive.toString()).directory(this.folder.toFile()).start().waitFor();
		}
		Files.writeString(this.folder.resolve("send.js"), SCRIPT);
		return time("node send.js " + port + " " + count + " " + connections);
	}

	private @org.jspecify.annotations.Nullable Cost time(String command) throws Exception {
		Process process = new ProcessBuilder("bash", "-c",
				"TIMEFORMAT='%R %U %S'; { time " + command + " >&3 2>&3; } 3>/dev/null")
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		if (process.waitFor() != 0) {
			System.err.println(command + ": " + said);
			return null;
		}
		String[] times = said.split(" ");
		return new Cost(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
	}

	private static String sha256(Path file) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
	}

	/**
	 * What a mailing took.
	 *
	 * @param seconds from its beginning to its end
	 * @param cpu processor seconds of the sender, both processors together
	 */
	record Cost(double seconds, double cpu) {
	}

}
