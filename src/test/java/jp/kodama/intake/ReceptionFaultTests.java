package jp.kodama.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;

import jp.kodama.policy.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** A fault of our own behind the front door. */
class ReceptionFaultTests {

	@TempDir
	Path home;

	private final Entrance entrance = mock(Entrance.class);

	@Test
	void aTelegramThatOurOwnCodeFailsOnIsRefusedAloudAndDoesNotComeAgainForEver() {
		when(this.entrance.receive(any(), any())).thenThrow(new IllegalStateException("a fault of ours"));
		Letter letter = letter();
		assertThat(reception().take(letter).decision().verdict()).isEqualTo(Verdict.REJECT);
		verify(this.entrance).refuse(eq(letter), contains("a fault of ours"));
		assertThat(this.home.resolve("rejected").resolve(letter.name())).exists();
	}

	@Test
	void aTelegramThatTheStoreCannotKeepIsNotRefused() {
		when(this.entrance.receive(any(), any())).thenThrow(new DataAccessResourceFailureException("no disk"));
		assertThatThrownBy(() -> reception().take(letter())).isInstanceOf(DataAccessResourceFailureException.class);
		verify(this.entrance, never()).refuse(any(), any());
		assertThat(this.home.resolve("rejected")).doesNotExist();
	}

	private Letter letter() {
		return new Letter("push", "tsunami.xml", Telegrams.issued("tsunami-major", OffsetDateTime.now()));
	}

	private Reception reception() {
		return new Reception(this.entrance, new Rejected(this.home, DataSize.ofBytes(0)), (event) -> {
		}, Clock.systemUTC());
	}

}
