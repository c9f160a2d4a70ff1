package jp.kodama.intake;

import java.util.List;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Several letters on their way in, by one commit and in their order. They are decided
 * before their turn comes, so that nobody waits for that.
 */
@Component
class Group {

	private final Entrance entrance;

	private final IntakeTurn turn;

	Group(Entrance entrance, IntakeTurn turn) {
		this.entrance = entrance;
		this.turn = turn;
	}

	/**
	 * Takes them in. One on which our own code fails is refused, one on which the store
	 * fails must come again; neither hurts the others.
	 * @return what became of each, on disk
	 */
	List<Answer> enter(List<Reading> readings) {
		List<Candidate> candidates = readings.stream().map(this::decided).toList();
		try {
			return this.turn.take(() -> candidates.stream().map(this::alone).toList());
		}
		catch (DataAccessException | TransactionException ex) {
			return readings.stream().map((one) -> Answer.failed(one.letter(), ex)).toList();
		}
	}

	private Candidate decided(Reading reading) {
		try {
			return this.entrance.decide(reading);
		}
		catch (RuntimeException ex) {
			return Candidate.unmanageable(reading.letter(), ex);
		}
	}

	private Answer alone(Candidate one) {
		try {
			return Answer.of(one.letter(), this.turn.alone(() -> this.entrance.receive(one)));
		}
		catch (DataAccessException | TransactionException ex) {
			return Answer.failed(one.letter(), ex);
		}
		catch (RuntimeException ex) {
			return refused(Candidate.unmanageable(one.letter(), ex));
		}
	}

	private Answer refused(Candidate one) {
		try {
			return Answer.of(one.letter(), this.turn.alone(() -> this.entrance.receive(one)));
		}
		catch (DataAccessException | TransactionException ex) {
			return Answer.failed(one.letter(), ex);
		}
	}

}
