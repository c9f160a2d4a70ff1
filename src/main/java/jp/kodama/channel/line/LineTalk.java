package jp.kodama.channel.line;

import java.time.Instant;
import java.util.Optional;

import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UnfollowEvent;
import com.linecorp.bot.webhook.model.UserSource;
import jp.kodama.audience.AddressOffered;
import jp.kodama.audience.AddressRefused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people do with the account, and what follows: whoever follows it gets what it
 * sends, in the language of their phone or the one they choose; whoever blocks it does
 * not.
 */
@Component
class LineTalk {

	private static final String LANGUAGE = "language=";

	private final LineEvents events;

	private final LineReplies replies;

	private final ApplicationEventPublisher publisher;

	LineTalk(LineEvents events, LineReplies replies, ApplicationEventPublisher publisher) {
		this.events = events;
		this.replies = replies;
		this.publisher = publisher;
	}

	/** Takes an event, once. What is answered is a courtesy and may fail. */
	void take(Event event) {
		// On standby another program answers; groups and rooms are no residents.
		if (event.mode() != EventMode.ACTIVE || !(event.source() instanceof UserSource user) || user.userId() == null) {
			return;
		}
		String id = user.userId();
		Instant at = Instant.ofEpochMilli(event.timestamp());
		if (event instanceof FollowEvent follow) {
			String language = this.replies.languageOf(id);
			if (once(event, () -> offered(id, language, at))) {
				this.replies.answer(follow.replyToken(), language, "welcome");
			}
		}
		else if (event instanceof UnfollowEvent) {
			once(event, () -> this.publisher.publishEvent(
					new AddressRefused(LineAccount.CHANNEL, id, "LINEでブロック・友だち解除 / blocked or unfollowed", at)));
		}
		else if (event instanceof PostbackEvent postback) {
			chosen(postback, id, at);
		}
		else if (event instanceof MessageEvent message && message.message() instanceof TextMessageContent text) {
			said(message, text.text(), id, at);
		}
	}

	/** The name of a language chooses it; nobody reads anything else. */
	private void said(MessageEvent message, String text, String id, Instant at) {
		Optional<String> language = this.replies.named(text);
		if (once(message, () -> language.ifPresent((chosen) -> offered(id, chosen, at)))) {
			this.replies.answer(message.replyToken(), language.orElseGet(() -> this.replies.languageOf(id)),
					language.isPresent() ? "chosen" : "unread");
		}
	}

	private void chosen(PostbackEvent postback, String id, Instant at) {
		String data = postback.postback().data();
		Optional<String> language = data.startsWith(LANGUAGE) ? this.replies.known(data.substring(LANGUAGE.length()))
				: Optional.empty();
		if (language.isPresent()) {
			if (once(postback, () -> offered(id, language.get(), at))) {
				this.replies.answer(postback.replyToken(), language.get(), "chosen");
			}
		}
		else if (data.startsWith("current=") && once(postback, () -> {
		})) {
			String asked = data.substring("current=".length());
			this.replies.current(postback.replyToken(), this.replies.known(asked).orElse("ja"));
		}
	}

	private void offered(String id, String language, Instant at) {
		this.publisher.publishEvent(new AddressOffered(LineAccount.CHANNEL, id, language, at));
	}

	private boolean once(Event event, Runnable consequence) {
		return this.events.once(event.webhookEventId(), consequence);
	}

}
