package jp.kodama.accounts;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, and choosing a password of one's own. */
@Controller
class PasswordPage {

	/**
	 * Length is what counts (NIST SP 800-63B §3.1.1); no rules about kinds of letters.
	 */
	private static final int SHORTEST = 12;

	/** Bcrypt looks at no more bytes than these. */
	private static final int LONGEST = 72;

	private final AccountTable table;

	private final PasswordEncoder encoder;

	PasswordPage(AccountTable table, PasswordEncoder encoder) {
		this.table = table;
		this.encoder = encoder;
	}

	@GetMapping("/login")
	String signIn() {
		return "login";
	}

	@GetMapping("/password")
	String page() {
		return "password";
	}

	/** Changes it and signs out: the new one is proven by signing in with it. */
	@PostMapping("/password")
	String change(@RequestParam String current, @RequestParam String chosen, @RequestParam String again,
			Principal officer, HttpServletRequest request, Model model) throws ServletException {
		Account account = this.table.find(officer.getName()).orElseThrow();
		Optional<String> refusal = refusal(account, current, chosen, again);
		if (refusal.isPresent()) {
			model.addAttribute("refusal", refusal.get());
			return "password";
		}
		this.table.changePassword(account.name(), Objects.requireNonNull(this.encoder.encode(chosen)));
		request.logout();
		return "redirect:/login?changed";
	}

	private Optional<String> refusal(Account account, String current, String chosen, String again) {
		if (!this.encoder.matches(current, account.password())) {
			return Optional.of("いまのパスワードが違います");
		}
		if (chosen.codePointCount(0, chosen.length()) < SHORTEST) {
			return Optional.of("新しいパスワードは" + SHORTEST + "文字以上にしてください");
		}
		if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			return Optional.of("新しいパスワードが長すぎます（漢字・かなは24文字、英数字は72文字まで）");
		}
		if (chosen.equals(current)) {
			return Optional.of("いまと違うパスワードにしてください");
		}
		if (!chosen.equals(again)) {
			return Optional.of("二度入力した新しいパスワードが一致しません");
		}
		return Optional.empty();
	}

}
