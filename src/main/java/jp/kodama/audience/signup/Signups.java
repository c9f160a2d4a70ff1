package jp.kodama.audience.signup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jp.kodama.audience.Municipality;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signing up with double opt-in. Whether an address is known here is told to whoever
 * reads its mail, and to nobody else: every request is answered alike, and costs alike.
 */
@Component
class Signups {

	static final Duration VALID = Duration.ofHours(48);

	private static final int LETTERS_PER_ADDRESS = 3;

	private static final int LETTERS_PER_HOUR = 600;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SignupTable table;

	private final LetterTable letters;

	private final LetterWords words;

	private final Membership members;

	private final TransactionOperations transactions;

	private final Letterhead head;

	Signups(SignupTable table, LetterTable letters, LetterWords words, Membership members,
			TransactionOperations transactions, Letterhead head) {
		this.table = table;
		this.letters = letters;
		this.words = words;
		this.members = members;
		this.transactions = transactions;
		this.head = head;
	}

	/** Somebody wants to be told; a letter goes to the address, whoever asked. */
	void ask(SignupTable.Request request) {
		Instant now = this.head.clock.instant();
		String token = token();
		this.transactions.executeWithoutResult((tx) -> {
			boolean enough = this.table.asked(request, now.minus(VALID)) >= LETTERS_PER_ADDRESS
					|| this.table.asked(now.minus(Duration.ofHours(1))) >= LETTERS_PER_HOUR;
			if (enough) {
				return;
			}
			this.table.add(hash(token), request, now, now.plus(VALID));
			Optional<String> leave = this.members.leaveToken(request);
			String[] text = this.words.of(leave.isPresent() ? "known" : "confirm", request.language(),
					Map.of("town", this.head.town.name(), "townEn", this.head.town.english(), "link",
							this.head.link("signup/confirm?token=" + token), "leave",
							this.head.link("unsubscribe/" + leave.orElse(""))));
			this.letters.add(new Letter(hash(token).substring(0, 24), request.channel(), request.address(),
					request.language(), text[0], text[1]), now, now.plus(VALID));
		});
	}

	/** Whether a link can still be used. */
	boolean open(String token) {
		return this.table.find(hash(token), this.head.clock.instant()).isPresent();
	}

	/**
	 * Whoever reads the address's mail agreed; false if the link was used or is too old.
	 */
	boolean confirm(String token) {
		return Boolean.TRUE.equals(this.transactions.execute((tx) -> {
			Instant now = this.head.clock.instant();
			Optional<SignupTable.Request> request = this.table.find(hash(token), now);
			boolean taken = request.isPresent() && this.table.take(hash(token));
			if (taken) {
				this.members.join(request.get(), "登録ページとメールのリンク / sign-up page and mail link", now);
			}
			return taken;
		}));
	}

	private static String token() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String hash(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** Who writes, from where and when. */
	@Component
	static class Letterhead {

		private final Municipality town;

		private final URI address;

		private final Clock clock;

		Letterhead(Municipality town, @Value("${kodama.public-address:http://127.0.0.1:8080/}") URI address,
				Clock clock) {
			this.town = town;
			this.address = address;
			this.clock = clock;
		}

		String link(String page) {
			return this.address.resolve(page).toString();
		}

	}

}
