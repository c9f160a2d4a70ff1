package jp.kodama.backchannel.transcript;

import java.util.List;
import java.util.Set;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which recordings belong to alerts that the public was told. */
@Component
public class PublicRecordings {

	private static final Set<State> TOLD = Set.of(State.RELEASED, State.EXPIRED, State.SUPERSEDED);

	private final JdbcClient jdbc;

	private final AlertJournal journal;

	PublicRecordings(JdbcClient jdbc, AlertJournal journal) {
		this.jdbc = jdbc;
		this.journal = journal;
	}

	/** Whether a recording is one. */
	public boolean has(String sha256) {
		List<String> alerts = this.jdbc
			.sql("SELECT alert FROM transcript WHERE recording = ? AND state IN ('WRITTEN', 'RELEASED')")
			.param(sha256)
			.query(String.class)
			.list();
		return alerts.stream()
			.flatMap((alert) -> this.journal.find(alert).stream())
			.anyMatch((entry) -> TOLD.contains(entry.state()) && !entry.alert().rehearsalOnly());
	}

}
