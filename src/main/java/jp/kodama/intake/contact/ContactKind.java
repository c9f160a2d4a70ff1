package jp.kodama.intake.contact;

import java.util.Locale;
import java.util.Set;

import jp.kodama.intake.Notice.StoredMessage;
import jp.kodama.intake.StoredMessages;
import jp.kodama.intake.source.SourceKind;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.policy.verdict.Verdict;

/** What the settings of a contact must look like, however it is looked at. */
abstract class ContactKind implements SourceKind {

	private final StoredMessages messages;

	ContactKind(StoredMessages messages) {
		this.messages = messages;
	}

	@Override
	public void check(SourceSettings source) {
		source.duration("settles");
		verdict(source);
		try {
			this.messages.check(StoredMessage.of(source.option("message")));
		}
		catch (IllegalArgumentException ex) {
			throw source.broken("options.message", String.valueOf(ex.getMessage()));
		}
	}

	/** AUTO or HOLD. */
	static Verdict verdict(SourceSettings source) {
		String release = source.option("release").toUpperCase(Locale.ROOT);
		if (!Set.of("AUTO", "HOLD").contains(release)) {
			throw source.broken("options.release", "auto or hold, not '" + source.option("release") + "'");
		}
		return Verdict.valueOf(release);
	}

}
