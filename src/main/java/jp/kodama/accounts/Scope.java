package jp.kodama.accounts;

/** What a program's token allows. Its authority is {@code SCOPE_<name>}. */
enum Scope {

	/** Read alerts and deliveries, and the engine's figures. */
	read,
	/** Write drafts and submit them. */
	compose,
	/** Approve what another wrote. */
	approve,
	/** Release without a second person what can never reach a live wire. */
	rehearse,
	/** Release without a second person. */
	release,
	/** Bring telegrams of one source: what becomes of them, the policy decides. */
	intake;

	String authority() {
		return "SCOPE_" + name();
	}

}
