package jp.kodama.policy;

import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.audience.Municipality;
import jp.kodama.policy.town.PolicyReader;

/**
 * What the files under {@code config} say for all municipalities alike, read once.
 *
 * @param config the folder
 * @param rules what each telegram and kind leads to
 * @param scope whom a message concerns
 * @param senders who may sign CAP
 * @param reader of a municipality's own policy
 */
record PolicyTables(Path config, Rules rules, Scope scope, Senders senders, PolicyReader reader) {

	/**
	 * Reads them.
	 * @throws IllegalStateException naming the file and line at fault
	 */
	static PolicyTables load(Path config) {
		Path folder = config.resolve("policy");
		return new PolicyTables(config, Rules.load(folder), new Scope(Areas.load(config.resolve("areas"))),
				Senders.load(config.resolve("senders")), new PolicyReader(folder));
	}

	/** The policy of a municipality, by its own file if it has one. */
	Policy of(Municipality municipality) {
		Policy policy = new Policy(this, municipality);
		Path own = this.config.resolve("policy").resolve(municipality.jis() + ".yaml");
		return Files.exists(own) ? policy.under(policy.read(own)) : policy;
	}

	CapRules cap(Municipality municipality) {
		return new CapRules(this.rules.cap(), this.senders, this.config.resolve("areas"), municipality);
	}

}
