package jp.kodama.audience.signup;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.kodama.audience.residents.ContactChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Posts what waits in the table of letters. */
@Component("letters")
class Letters {

	private static final Logger log = LoggerFactory.getLogger(Letters.class);

	private static final int AT_ONCE = 20;

	private final LetterTable table;

	private final Map<String, LetterPost> posts;

	private final TransactionOperations transactions;

	private final Clock clock;

	Letters(LetterTable table, List<LetterPost> posts, TransactionOperations transactions, Clock clock) {
		this.table = table;
		this.posts = posts.stream().collect(Collectors.toMap(LetterPost::channel, Function.identity()));
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Tries all that are due. */
	public void post() {
		for (Letter letter : this.table.due(this.clock.instant(), AT_ONCE)) {
			Boolean ours = this.transactions.execute((tx) -> this.table.claim(letter, this.clock.instant()));
			if (Boolean.TRUE.equals(ours)) {
				post(letter);
			}
		}
	}

	private void post(Letter letter) {
		try {
			LetterPost post = this.posts.get(letter.channel());
			if (post == null) {
				throw new IOException("この手段では手紙を出せません / no post for " + letter.channel());
			}
			post.post(letter);
			this.transactions.executeWithoutResult((tx) -> this.table.posted(letter));
		}
		catch (LetterPost.Refused ex) {
			log.warn("letter {} to {}: refused: {}", letter.id(), ContactChannel.masked(letter.address()),
					ex.getMessage());
			this.transactions.executeWithoutResult((tx) -> this.table.posted(letter));
		}
		catch (IOException | RuntimeException ex) {
			log.warn("letter {}: again later: {}", letter.id(), ex.getMessage());
			this.transactions.executeWithoutResult(
					(tx) -> this.table.later(letter, String.valueOf(ex.getMessage()), this.clock.instant()));
		}
	}

}
