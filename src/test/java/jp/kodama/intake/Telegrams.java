package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import jp.kodama.alert.Key;
import jp.kodama.audience.Municipalities;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Policy;

/** Made-up telegrams of Kodama's own, and what would happen with them. */
final class Telegrams {

	static final Path FOLDER = Path.of("src/test/resources/telegrams");

	static final MessageReader READER = new MessageReader(Path.of("config"));

	private Telegrams() {
	}

	static Policy policy(String jis) {
		return Policy.load(Path.of("config"), Municipalities.load(Path.of("config/areas")).find(jis));
	}

	static Path file(String name) {
		return FOLDER.resolve(name + ".xml");
	}

	static byte[] bytes(String name) {
		try {
			return Files.readAllBytes(file(name));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Bulletin bulletin(String name) {
		try {
			return Bulletins.read(bytes(name));
		}
		catch (Unreadable ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The same telegram, issued at another time. */
	static byte[] issued(String name, OffsetDateTime time) {
		String text = new String(bytes(name), StandardCharsets.UTF_8);
		return text
			.replaceFirst("<ReportDateTime>[^<]*",
					"<ReportDateTime>"
							+ Key.capTime(time.atZoneSameInstant(ZoneId.of("Asia/Tokyo")).toOffsetDateTime()))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** What happens in 穴水町, received at the telegram's own time. */
	static Explanation explain(String name) {
		return explain("17461", name);
	}

	static Explanation explain(String jis, String name) {
		return new Explainer(policy(jis), (verdict) -> verdict.alerts() ? List.of("one", "two") : List.of(),
				Telegrams.READER)
			.explain(name, bytes(name), null);
	}

}
