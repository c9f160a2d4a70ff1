package jp.kodama.accounts;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Looks accounts up for the sign-in page. */
@Component
class SignIn implements UserDetailsService {

	private final AccountTable table;

	SignIn(AccountTable table) {
		this.table = table;
	}

	@Override
	public UserDetails loadUserByUsername(String name) {
		Account account = this.table.find(name).orElseThrow(() -> new UsernameNotFoundException("no such account"));
		return User.withUsername(account.name())
			.password(account.password())
			.authorities(account.authorities())
			.build();
	}

}
