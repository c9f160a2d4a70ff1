package jp.kodama.accounts;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the first three accounts and prints their one-time passwords, once, to standard
 * output only: no log file ever holds them.
 */
@Component
class FirstStart implements ApplicationRunner {

	private final AccountTable table;

	private final PasswordEncoder encoder;

	FirstStart(AccountTable table, PasswordEncoder encoder) {
		this.table = table;
		this.encoder = encoder;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		run(System.out);
	}

	void run(PrintStream out) {
		StringBuilder printed = new StringBuilder();
		make(printed, "officer", "起案者（危機管理担当）", List.of("COMPOSER"));
		make(printed, "deputy", "承認者", List.of("COMPOSER", "APPROVER"));
		make(printed, "admin", "管理者", List.of("ADMIN"));
		if (!printed.isEmpty()) {
			out.println("""

					  初回起動：一度だけ使えるパスワードです。最初のサインインで変更してください。
					  First start: one-time passwords, shown only now. Change them at first sign-in.

					%s""".formatted(printed));
		}
	}

	private void make(StringBuilder printed, String name, String title, List<String> roles) {
		if (this.table.find(name).isPresent()) {
			return;
		}
		String password = OneTimePassword.next();
		if (this.table
			.insert(new Account(name, title, Objects.requireNonNull(this.encoder.encode(password)), roles, true))) {
			printed.append("    %-8s %s   %s%n".formatted(name, password, title));
		}
	}

}
