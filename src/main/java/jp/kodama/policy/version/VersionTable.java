package jp.kodama.policy.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jp.kodama.policy.version.PolicyVersion.Act;
import jp.kodama.policy.version.PolicyVersion.State;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one municipality. Write inside a transaction. */
class VersionTable {

	private final JdbcClient jdbc;

	private final String town;

	VersionTable(JdbcClient jdbc, String town) {
		this.jdbc = jdbc;
		this.town = town;
	}

	/** Inserts the next version as proposed. */
	PolicyVersion propose(String text, Act proposal) {
		int version = this.jdbc.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM policy_version WHERE town = ?")
			.param(this.town)
			.query(Integer.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO policy_version (town, version, state, content, note, proposer, proposed, decider, reason,
				decided) VALUES (?, ?, 'PROPOSED', ?, ?, ?, ?, '', '', 0)""")
			.params(this.town, version, text, proposal.why(), proposal.by(), proposal.at().toEpochMilli())
			.update();
		return find(version).orElseThrow();
	}

	/** Decides about the one that is proposed; whether it still was. */
	boolean decide(int version, State to, Act decision) {
		return this.jdbc.sql("""
				UPDATE policy_version SET state = ?, decider = ?, reason = ?, decided = ?
				WHERE town = ? AND version = ? AND state = 'PROPOSED'""")
			.params(to.name(), decision.by(), decision.why(), decision.at().toEpochMilli(), this.town, version)
			.update() == 1;
	}

	/** The active one is no longer. */
	void replaceActive() {
		this.jdbc.sql("UPDATE policy_version SET state = 'REPLACED' WHERE town = ? AND state = 'ACTIVE'")
			.param(this.town)
			.update();
	}

	Optional<PolicyVersion> find(int version) {
		return this.jdbc.sql("SELECT * FROM policy_version WHERE town = ? AND version = ?")
			.params(this.town, version)
			.query(VersionTable::version)
			.optional();
	}

	Optional<PolicyVersion> in(State state) {
		return this.jdbc.sql("SELECT * FROM policy_version WHERE town = ? AND state = ? ORDER BY version DESC LIMIT 1")
			.params(this.town, state.name())
			.query(VersionTable::version)
			.optional();
	}

	List<PolicyVersion> all() {
		return this.jdbc.sql("SELECT * FROM policy_version WHERE town = ? ORDER BY version DESC")
			.param(this.town)
			.query(VersionTable::version)
			.list();
	}

	private static PolicyVersion version(ResultSet row, int number) throws SQLException {
		return new PolicyVersion(row.getInt("version"), State.valueOf(row.getString("state")), row.getString("content"),
				new Act(row.getString("proposer"), row.getString("note"),
						Instant.ofEpochMilli(row.getLong("proposed"))),
				new Act(row.getString("decider"), row.getString("reason"),
						Instant.ofEpochMilli(row.getLong("decided"))));
	}

}
