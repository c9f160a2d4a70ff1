package jp.kodama.accounts;

import org.springframework.stereotype.Component;

/** The officers, as other parts of the engine may see them. */
@Component
public class Accounts {

	private final AccountTable table;

	Accounts(AccountTable table) {
		this.table = table;
	}

	/**
	 * How an officer is called on a page.
	 * @return the account's title, or the name itself for a program or a source
	 */
	public String title(String name) {
		return this.table.find(name).map(Account::title).orElse(name);
	}

}
