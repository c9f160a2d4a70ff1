package jp.kodama.policy.version;

import java.io.IOException;
import java.util.Optional;

import jp.kodama.policy.Policy;
import jp.kodama.policy.town.TownPolicy;
import jp.kodama.policy.version.PolicyVersion.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the running engine and the files at what the store says is active: after an
 * activation here or on another node, after a start, and after anybody edited the file
 * alone.
 */
@Component
class PolicyKeeper implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(PolicyKeeper.class);

	private final Policy policy;

	private final VersionTable table;

	private final PolicyFiles files;

	private int followed;

	PolicyKeeper(Policy policy, JdbcClient jdbc, PolicyFiles files) {
		this.policy = policy;
		this.table = new VersionTable(jdbc, policy.municipality().jis());
		this.files = files;
	}

	/** Before any message comes in. */
	@Override
	public void afterPropertiesSet() {
		if (this.policy.town() != TownPolicy.NONE && this.table.in(State.ACTIVE).isPresent()) {
			log.warn("config/policy/{}.yaml はもう使われません。コンソールで有効にした版が優先します / is not used any more: "
					+ "the version activated in the console decides", jis());
		}
		refresh();
	}

	/** Follows the store, if it says otherwise than what is followed now. */
	synchronized void refresh() {
		Optional<PolicyVersion> active = this.table.in(State.ACTIVE);
		active.filter((one) -> one.version() != this.followed).ifPresent(this::follow);
		keep(jis() + ".yaml", active.map(PolicyVersion::file));
		keep(jis() + ".proposed.yaml", this.table.in(State.PROPOSED).map(PolicyVersion::text));
	}

	private void follow(PolicyVersion version) {
		TownPolicy town = this.policy.read(jis() + ".yaml", version.file());
		this.policy.follow(town);
		this.followed = version.version();
		log.info("方針 第{}版 が有効です / policy v{} decides (proposed by {}, activated by {})", version.version(),
				version.version(), version.proposal().by(), version.decision().by());
	}

	private void keep(String name, Optional<String> text) {
		try {
			if (this.files.keep(name, text)) {
				log.debug("policy/{} {}", name, text.isPresent() ? "written" : "removed");
			}
		}
		catch (IOException ex) {
			log.error(
					"policy/{} を書けません。エンジンは正しい版で動いています / cannot be written; the engine itself decides by the right version",
					name, ex);
		}
	}

	private String jis() {
		return this.policy.municipality().jis();
	}

}
