package jp.kodama.channel.sms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

import jp.kodama.delivery.Channels;

import org.springframework.stereotype.Component;

/**
 * What an answer asks for. Only an answer that is nothing but the word counts: "don't
 * stop" is no STOP.
 */
@Component
class ReplyWords {

	private final Channels channels;

	ReplyWords(Channels channels) {
		this.channels = channels;
	}

	Kind kind(String words) {
		String one = Normalizer.normalize(words, Normalizer.Form.NFKC)
			.strip()
			.replaceAll("[。．.!！\"'「」]", "")
			.toUpperCase(Locale.ROOT);
		return listed("stop-words").contains(one) ? Kind.STOP
				: listed("start-words").contains(one) ? Kind.START : Kind.REPLY;
	}

	/** The language that a START is written in. */
	String language(String words) {
		return words.chars().allMatch((one) -> one < 128) ? "en" : "ja";
	}

	private Set<String> listed(String limit) {
		return Set.of(this.channels.get(SmsWire.CHANNEL).profile().word(limit).strip().split("\\s+"));
	}

	/** What an answer asks for. */
	enum Kind {

		/** No more. */
		STOP("配信停止", "stop"),
		/** From now on, or again: as good as a consent. */
		START("配信再開", "start"),
		/** Something else. */
		REPLY("返信", "reply");

		private final String japanese;

		private final String english;

		Kind(String japanese, String english) {
			this.japanese = japanese;
			this.english = english;
		}

		public String japanese() {
			return this.japanese;
		}

		public String english() {
			return this.english;
		}

	}

}
