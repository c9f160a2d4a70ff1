package jp.kodama.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** A fault of our own, or of the store, behind the front door. */
class ReceptionFaultTests {

	private static final Taken TAKEN = new Taken(
			new Decision(Verdict.RECORD, "VTSE41", "記録のみ / recorded", List.of(), List.of(), List.of()), List.of(),
			List.of(), List.of());

	@TempDir
	Path home;

	private final Entrance entrance = mock(Entrance.class);

	private final IntakeTurn turn = mock(IntakeTurn.class);

	@BeforeEach
	void takeTurns() {
		when(this.turn.take(any())).thenAnswer((call) -> call.getArgument(0, Supplier.class).get());
		when(this.turn.alone(any())).thenAnswer((call) -> call.getArgument(0, Supplier.class).get());
		when(this.entrance.decide(any()))
			.thenAnswer((call) -> new Candidate(call.getArgument(0, Reading.class), TAKEN.decision()));
		when(this.entrance.receive(any())).thenReturn(TAKEN);
		when(this.entrance.receive(argThat((one) -> one != null && one.reading().bulletin() == null))).thenAnswer(
				(call) -> new Taken(call.getArgument(0, Candidate.class).decision(), List.of(), List.of(), List.of()));
	}

	@Test
	void aTelegramThatOurOwnCodeFailsOnIsRefusedAloudAndDoesNotComeAgainForEver() {
		Letter letter = letter("tsunami.xml");
		failOn(letter, new IllegalStateException("a fault of ours"));
		Taken taken = reception().take(letter);
		assertThat(taken.decision().verdict()).isEqualTo(Verdict.REJECT);
		assertThat(taken.decision().reason()).contains("a fault of ours");
		assertThat(this.home.resolve("rejected").resolve(letter.name())).exists();
	}

	@Test
	void soIsOneThatThePolicyFailsOn() {
		when(this.entrance.decide(any())).thenThrow(new IllegalStateException("a fault of ours"));
		assertThat(reception().take(letter("tsunami.xml")).refused()).isTrue();
	}

	@Test
	void aTelegramThatTheStoreCannotKeepIsNotRefused() {
		Letter letter = letter("tsunami.xml");
		failOn(letter, new DataAccessResourceFailureException("no disk"));
		assertThatThrownBy(() -> reception().take(letter)).isInstanceOf(DataAccessResourceFailureException.class);
		verify(this.entrance, never()).receive(argThat((one) -> one.reading().bulletin() == null));
		assertThat(this.home.resolve("rejected")).doesNotExist();
	}

	@Test
	void ofSeveralThatComeTogetherEachFailsAlone() {
		List<Letter> letters = List.of(letter("1.xml"), letter("2.xml"), letter("3.xml"), letter("4.xml"));
		failOn(letters.get(1), new IllegalStateException("a fault of ours"));
		failOn(letters.get(2), new DataAccessResourceFailureException("no disk"));
		List<Answer> answers = reception().takeAll(letters);
		assertThat(answers).extracting(Answer::letter).isEqualTo(letters);
		assertThat(answers.get(0).orThrow()).isEqualTo(TAKEN);
		assertThat(answers.get(1).orThrow().refused()).isTrue();
		assertThat(answers.get(2).failure()).hasMessage("no disk");
		assertThat(answers.get(3).orThrow()).isEqualTo(TAKEN);
	}

	@Test
	void aCommitThatFailsBringsAllOfThemAgain() {
		doThrow(new DataAccessResourceFailureException("no disk")).when(this.turn).take(any());
		List<Answer> answers = reception().takeAll(List.of(letter("1.xml"), letter("2.xml")));
		assertThat(answers).extracting(Answer::taken).containsExactly(null, null);
	}

	private void failOn(Letter letter, RuntimeException failure) {
		when(this.entrance
			.receive(argThat((one) -> one != null && one.reading().bulletin() != null && one.letter() == letter)))
			.thenThrow(failure);
	}

	private static Letter letter(String name) {
		return new Letter("push", name, Telegrams.issued("tsunami-major", OffsetDateTime.now()));
	}

	private Reception reception() {
		return new Reception(Telegrams.READER, new Group(this.entrance, this.turn),
				new Rejected(this.home, DataSize.ofBytes(0)), (event) -> {
				}, Clock.systemUTC());
	}

}
