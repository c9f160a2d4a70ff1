package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import jp.kodama.intake.xml.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters that wait on disk for a store that fails. */
class SpoolFolderTests {

	private static final byte[] BYTES = "<Report>\n\n1234\n</Report>".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path home;

	@Test
	void whatWaitsOutlivesAStop() throws IOException {
		Letter whole = new Letter("line", "line-1-telegram.xml", BYTES);
		Letter spoiled = new Letter("line", "line-2-telegram.xml", BYTES)
			.spoiled(new Unreadable("途中で接続が切れました", "the connection ended half-way"));
		new SpoolFolder(this.home, Clock.systemUTC()).keep(whole);
		new SpoolFolder(this.home, Clock.systemUTC()).keep(spoiled);
		SpoolFolder next = new SpoolFolder(this.home, Clock.systemUTC());
		List<Path> waiting = next.waiting(10);
		assertThat(waiting).hasSize(2);
		same(next.letter(waiting.get(0)), whole);
		same(next.letter(waiting.get(1)), spoiled);
	}

	@Test
	void whatWasCutOffWhileItWasWrittenIsNoLetter() throws IOException {
		SpoolFolder folder = new SpoolFolder(this.home, Clock.systemUTC());
		folder.keep(new Letter("line", "line-1-telegram.xml", BYTES));
		Files.write(this.home.resolve("spool/line/line-2-telegram.xml.part"), BYTES);
		assertThat(folder.waiting(10)).hasSize(1);
	}

	@Test
	void oneThatFailsAgainLetsTheOthersPass() throws IOException {
		SpoolFolder folder = new SpoolFolder(this.home, Clock.systemUTC());
		folder.keep(new Letter("line", "line-1-telegram.xml", BYTES));
		folder.keep(new Letter("other", "other-1-telegram.xml", BYTES));
		folder.later(folder.waiting(1).get(0));
		assertThat(folder.waiting(10)).singleElement().asString().endsWith("other-1-telegram.xml");
	}

	@Test
	void nothingWaitsWhereNothingWasKept() throws IOException {
		assertThat(new SpoolFolder(this.home, Clock.systemUTC()).waiting(10)).isEmpty();
	}

	private static void same(Letter one, Letter other) {
		assertThat(one.source()).isEqualTo(other.source());
		assertThat(one.name()).isEqualTo(other.name());
		assertThat(one.bytes()).isEqualTo(other.bytes());
		assertThat(one.fault()).isEqualTo(other.fault());
	}

}
