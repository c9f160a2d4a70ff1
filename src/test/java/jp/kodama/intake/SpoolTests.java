package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

/** A letter that nobody brings again, and a store that fails. */
class SpoolTests {

	private static final Taken AIRED = new Taken(
			new Decision(Verdict.AUTO, "VTSE41", "自動 / AUTO", List.of(), List.of(), List.of()), List.of("alert-1"),
			List.of(), List.of());

	@TempDir
	Path home;

	private final Reception reception = mock(Reception.class);

	private final Letter letter = new Letter("line", "line-1.xml", "<Report/>".getBytes(StandardCharsets.UTF_8));

	private SpoolFolder folder;

	private Spool spool;

	@BeforeEach
	void open() {
		this.folder = new SpoolFolder(this.home, Clock.systemUTC());
		this.spool = new Spool(this.reception, this.folder);
	}

	@Test
	void whatTheStoreTakesIsNotKept() throws IOException {
		doReturn(AIRED).when(this.reception).take(any());
		assertThat(this.spool.take(this.letter)).containsExactly("alert-1");
		assertThat(this.folder.waiting(10)).isEmpty();
		assertThat(this.spool.again()).isEmpty();
	}

	@Test
	void whatItDoesNotTakeWaitsAndIsAiredWhenItDoes() throws IOException {
		doThrow(new DataAccessResourceFailureException("no disk")).when(this.reception).take(any());
		assertThat(this.spool.take(this.letter)).isEmpty();
		doReturn(List.of(Answer.of(this.letter, AIRED))).when(this.reception).takeAll(any());
		assertThat(this.spool.again()).containsExactly("alert-1");
		assertThat(this.folder.waiting(10)).isEmpty();
	}

	@Test
	void whatComesWhileTheEngineStopsWaitsForTheNextStart() throws IOException {
		doThrow(new CannotCreateTransactionException("the store is closed")).when(this.reception).take(any());
		assertThat(this.spool.take(this.letter)).isEmpty();
		assertThat(new SpoolFolder(this.home, Clock.systemUTC()).waiting(10)).hasSize(1);
	}

	@Test
	void whatTheStoreStillDoesNotTakeStaysOnDisk() throws IOException {
		doThrow(new DataAccessResourceFailureException("no disk")).when(this.reception).take(any());
		this.spool.take(this.letter);
		doReturn(List.of(Answer.failed(this.letter, new DataAccessResourceFailureException("no disk"))))
			.when(this.reception)
			.takeAll(any());
		assertThat(this.spool.again()).isEmpty();
		assertThat(new SpoolFolder(this.home, Clock.systemUTC()).waiting(10)).hasSize(1);
	}

}
