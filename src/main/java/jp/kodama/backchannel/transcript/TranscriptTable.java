package jp.kodama.backchannel.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jp.kodama.backchannel.transcript.Transcript.Fate;
import jp.kodama.backchannel.transcript.Transcript.Source;
import jp.kodama.backchannel.transcript.Transcript.State;
import jp.kodama.backchannel.transcript.Transcript.Words;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The transcripts' rows. Call inside a transaction to write. */
@Component
class TranscriptTable {

	private final JdbcClient jdbc;

	TranscriptTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Transcript one) {
		this.jdbc.sql("""
				INSERT INTO transcript (id, monitor, began, seconds, words, confidence, recording, state, alert, note)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(one.id(), one.monitor(), one.began().toEpochMilli(), one.seconds(), one.text(),
					Math.round(one.confidence() * 1000), one.recording(), one.state().name(), one.alert(), one.note())
			.update();
	}

	/** Moves one that waits; false if it does not wait any more. */
	boolean move(String id, State to, String alert) {
		return this.jdbc.sql("UPDATE transcript SET state = ?, alert = ? WHERE id = ? AND state = 'WAITING'")
			.params(to.name(), alert, id)
			.update() == 1;
	}

	Optional<Transcript> find(String id) {
		return this.jdbc.sql("SELECT * FROM transcript WHERE id = ?")
			.param(id)
			.query(TranscriptTable::transcript)
			.optional();
	}

	List<Transcript> latest(int most) {
		return this.jdbc.sql("SELECT * FROM transcript ORDER BY began DESC, id LIMIT ?")
			.param(most)
			.query(TranscriptTable::transcript)
			.list();
	}

	private static Transcript transcript(ResultSet row, int number) throws SQLException {
		return new Transcript(row.getString("id"),
				new Source(row.getString("monitor"), Instant.ofEpochMilli(row.getLong("began")), row.getInt("seconds"),
						row.getString("recording")),
				new Words(row.getString("words"), row.getInt("confidence") / 1000.0),
				new Fate(State.valueOf(row.getString("state")), row.getString("alert"), row.getString("note")));
	}

}
