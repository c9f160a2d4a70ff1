package jp.kodama.channel.line;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.TextMessage;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Info;
import jp.kodama.audience.Municipality;
import jp.kodama.rendering.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What the account answers. A reply token holds for about a minute and once, so an answer
 * that fails is logged and lost; alerts never go this way.
 */
@Component
class LineReplies {

	private static final Logger log = LoggerFactory.getLogger(LineReplies.class);

	/** What LINE takes in one text. */
	private static final int LONGEST = 5000;

	private final LineAccount account;

	private final AlertJournal journal;

	private final Municipality town;

	private final Clock clock;

	private @Nullable Phrasebook book;

	LineReplies(LineAccount account, AlertJournal journal, Municipality town, Clock clock) {
		this.account = account;
		this.journal = journal;
		this.town = town;
		this.clock = clock;
	}

	/** The language of somebody's phone, as far as we speak it; Japanese if unknown. */
	String languageOf(String user) {
		if (!this.account.live()) {
			return "ja";
		}
		try {
			return known(this.account.client().getProfile(user).join().body().language()).orElse("ja");
		}
		catch (CompletionException | IllegalStateException ex) {
			log.warn("LINE: the profile of a follower is not to be had: {}", ex.getMessage());
			return "ja";
		}
	}

	/** One of the channel's languages, from an RFC 5646 tag of LINE. */
	Optional<String> known(@Nullable String tag) {
		if (tag == null || tag.isBlank()) {
			return Optional.empty();
		}
		Locale locale = Locale.forLanguageTag(tag);
		boolean traditional = locale.getScript().equals("Hant")
				|| List.of("TW", "HK", "MO").contains(locale.getCountry());
		String plain = locale.getLanguage().equals("zh") ? (traditional ? "zh-Hant" : "zh-Hans") : locale.getLanguage();
		List<String> carried = this.account.settings().own().languages();
		return carried.contains(tag) ? Optional.of(tag) : Optional.of(plain).filter(carried::contains);
	}

	/** The language somebody wrote the name of. */
	Optional<String> named(String text) {
		return book().names()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().equalsIgnoreCase(text.strip()))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Answers with a phrase. */
	void answer(String token, String language, String key) {
		reply(token, language,
				book().say(language, key)
					.replace("{town}", this.town.name())
					.replace("{town-en}", this.town.english()));
	}

	/** Answers with what is in force now. */
	void current(String token, String language) {
		List<String> said = new ArrayList<>();
		for (Alert alert : this.journal.inForce(this.clock.instant())) {
			if (!alert.rehearsalOnly()) {
				Info info = alert.info(language).orElse(alert.main());
				Wording words = Wording.of(alert, info);
				said.add(words.headline() + "\n" + words.action() + "\n" + words.issued());
			}
		}
		if (said.isEmpty()) {
			answer(token, language, "nothing");
			return;
		}
		reply(token, language, String.join("\n\n", said));
	}

	private void reply(String token, String language, String text) {
		if (!this.account.live()) {
			return;
		}
		String whole = (text.length() > LONGEST) ? text.substring(0, LONGEST - 1) + "…" : text;
		try {
			TextMessage message = new TextMessage(buttons(language), null, whole, null, null);
			this.account.client().replyMessage(new ReplyMessageRequest(token, List.of(message), true)).join();
		}
		catch (CompletionException | IllegalStateException ex) {
			log.warn("LINE: an answer did not get through: {}", ex.getMessage());
		}
	}

	/** What is in force, and the other languages. */
	private QuickReply buttons(String language) {
		List<QuickReplyItem> items = new ArrayList<>();
		String current = book().say(book().knows(language) ? language : "en", "current");
		items.add(button(current, "current=" + language));
		book().names().forEach((other, name) -> {
			if (!other.equals(language)) {
				items.add(button(name, "language=" + other));
			}
		});
		return new QuickReply(items);
	}

	private static QuickReplyItem button(String label, String data) {
		return new QuickReplyItem(new PostbackAction(label, data, label, null, null, null));
	}

	private synchronized Phrasebook book() {
		if (this.book == null) {
			this.book = Phrasebook.load(this.account.settings().folder().resolve("talk.yaml"));
		}
		return this.book;
	}

}
