package jp.kodama.intake.mail;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.intake.StoredMessages;
import jp.kodama.intake.source.SourceKind;
import jp.kodama.intake.source.SourceSettings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The kind {@code mail}: reads at start what the mails of each such source mean. */
@Component
class MailKind implements SourceKind {

	private final Path root;

	private final StoredMessages messages;

	private final Map<String, MailRules> rules = new ConcurrentHashMap<>();

	MailKind(@Value("${kodama.root}") Path root, StoredMessages messages) {
		this.root = root;
		this.messages = messages;
	}

	@Override
	public String name() {
		return "mail";
	}

	@Override
	public void check(SourceSettings source) {
		MailSource.of(source);
		try {
			MailRules read = MailRules.load(this.root.resolve(source.option("rules")));
			read.check(this.messages);
			this.rules.put(source.id(), read);
		}
		catch (IllegalStateException ex) {
			throw source.broken("options.rules", String.valueOf(ex.getMessage()));
		}
	}

	MailRules rules(String source) {
		MailRules own = this.rules.get(source);
		if (own == null) {
			throw new IllegalArgumentException("no mail source: " + source);
		}
		return own;
	}

}
