package jp.kodama.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import jp.kodama.audience.Municipalities;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.rendering.cap.CapSeals;
import jp.kodama.testing.SenderKey;
import org.xml.sax.SAXException;

/**
 * What Jazzer drives: a telegram, mutated, is read and decided. Whatever was done to it,
 * it is refused by name or decided; and nothing goes out by itself that its schema
 * refuses, or that its sender did not sign.
 */
public final class TelegramFuzzer {

	private static final int LARGEST_SEED = 60_000;

	private static final List<byte[]> SEEDS = new ArrayList<>();

	private static final List<Policy> POLICIES = new ArrayList<>();

	private static final Schema JMA = schema("src/main/resources/jmaxml/jmx.xsd");

	private static String signed = "";

	private TelegramFuzzer() {
	}

	/** Reads the seeds; called by Jazzer. */
	public static void fuzzerInitialize() throws Exception {
		for (String folder : List.of("src/test/resources/telegrams", "src/test/resources/cap", "../shared/data/jma-xml",
				"../shared/data/cap")) {
			if (Files.isDirectory(Path.of(folder))) {
				try (Stream<Path> files = Files.walk(Path.of(folder))) {
					files.filter((file) -> file.toString().matches(".*[.](xml|cap|atom)"))
						.sorted()
						.map(TelegramFuzzer::bytes)
						.filter((bytes) -> bytes.length <= LARGEST_SEED)
						.forEach(SEEDS::add);
				}
			}
		}
		Path folder = Files.createTempDirectory("fuzz");
		SenderKey key = SenderKey.in(folder.resolve("keys"), "prefecture", "RSA", "2026/05/01 00:00:00");
		byte[] sealed = CapSeals.seal(key,
				Files.readString(Path.of("src/test/resources/cap/flood-three-languages.xml")));
		CapMessage message = Bulletins.read(sealed).cap();
		signed = (message != null) ? message.digest() : "";
		for (int i = 0; i < SEEDS.size() / 10 + 1; i++) {
			SEEDS.add(sealed);
		}
		for (String jis : List.of("17461", "17204", "32526", "13101")) {
			POLICIES.add(policy(folder.resolve(jis), key, jis));
		}
	}

	/** One input; called by Jazzer. */
	public static void fuzzerTestOneInput(FuzzedDataProvider data) {
		Policy policy = POLICIES.get(data.consumeInt(0, POLICIES.size() - 1));
		byte[] seed = SEEDS.get(data.consumeInt(0, SEEDS.size() - 1));
		byte[] telegram = new Mutation(data).of(seed);
		try {
			Bulletin bulletin = Bulletins.read(telegram);
			OffsetDateTime at = bulletin.issue().reported().plusMinutes(data.consumeInt(-5, 5));
			Decision decision = policy.decide(bulletin, at);
			if (decision.reason().isBlank()) {
				throw new AssertionError("decided without a reason");
			}
			if (decision.verdict() == Verdict.AUTO) {
				justified(bulletin, telegram);
			}
			new Explainer(policy, (verdict) -> List.of(), Telegrams.READER).explain("fuzz", telegram, at).line();
		}
		catch (Unreadable ex) {
			if (String.valueOf(ex.getMessage()).isBlank()) {
				throw new AssertionError("refused without a reason", ex);
			}
		}
	}

	/** By means that the reader does not use. */
	private static void justified(Bulletin bulletin, byte[] telegram) {
		CapMessage message = bulletin.cap();
		if (message != null && !message.digest().equals(signed)) {
			throw new AssertionError("released what nobody signed: " + message);
		}
		if (message == null) {
			try {
				JMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(telegram)));
			}
			catch (SAXException ex) {
				throw new AssertionError("AUTO from a file that its schema refuses", ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static Policy policy(Path config, SenderKey key, String jis) throws IOException {
		Files.createDirectories(config.resolve("senders/prefecture"));
		for (String name : List.of("areas", "policy")) {
			Files.createSymbolicLink(config.resolve(name), Path.of("config", name).toAbsolutePath());
		}
		Files.copy(key.certificate(), config.resolve("senders/prefecture/2026.pem"));
		Files.writeString(config.resolve("senders/senders.yaml"),
				"cap: {senders: {bousai@pref.example.jp: {certificates: prefecture, signed: AUTO}}}");
		return Policy.load(config, Municipalities.load(config.resolve("areas")).find(jis));
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Schema schema(String file) {
		try {
			return SchemaFactory.newDefaultInstance().newSchema(Path.of(file).toFile());
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
