package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import jp.kodama.intake.Notice.StoredMessage;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Notices that something is wrong with, and a disk that is nearly full. */
class NoticeDeskTests {

	@TempDir
	Path folder;

	@Test
	void aNoticeThatNoAlertCanBeMadeOfIsRefusedByNameAndTheNextIsTaken() {
		try (Engine kodama = Engine.start(this.folder, "push: {kind: http}")) {
			NoticeDesk desk = kodama.context().getBean(NoticeDesk.class);
			Taken refused = desk.take(notice(kodama, "長".repeat(200)));
			assertThat(refused.decision().verdict()).isEqualTo(Verdict.REJECT);
			assertThat(refused.decision().reason()).contains("160");
			assertThat(kodama.home().resolve("rejected")).isDirectoryContaining("glob:**reason.txt");
			assertThat(desk.take(notice(kodama, "短い")).held()).hasSize(1);
			assertThat(kodama.taken("push", "decision")).containsExactly("REJECT", "HOLD");
		}
	}

	@Test
	void whereTheDiskIsShortJunkIsNotKeptButItsReasonIs() {
		try (Engine kodama = Engine.start(this.folder, "push: {kind: http}", "--kodama.rejected-reserve=1000TB")) {
			Reception reception = kodama.context().getBean(Reception.class);
			Letter junk = reception.letter("push", Telegrams.bytes("bomb"));
			assertThat(reception.take(junk).decision().verdict()).isEqualTo(Verdict.REJECT);
			assertThat(kodama.home().resolve("rejected").resolve(junk.name())).doesNotExist();
			assertThat(kodama.home().resolve("rejected").resolve(junk.name() + ".reason.txt")).content()
				.contains("DOCTYPE", "空き容量");
		}
	}

	private static Notice notice(Engine kodama, String subject) {
		Letter letter = kodama.context()
			.getBean(Reception.class)
			.letter("push", subject.getBytes(StandardCharsets.UTF_8));
		return new Notice(letter, Verdict.HOLD,
				new StoredMessage("received-words", Map.of("subject", subject, "words", "本文"), true), "試し / a try");
	}

}
