package jp.kodama.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jp.kodama.alert.Info;
import jp.kodama.audience.signup.UnsubscribeTokens;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.Wording;

import org.springframework.stereotype.Component;

/**
 * One mail per recipient, in the recipient's language. Text and HTML are made once per
 * language; only the headers that are personal differ.
 */
@Component("email")
class EmailComposer implements Composer {

	private final Templates templates;

	private final UnsubscribeTokens tokens;

	EmailComposer(Templates templates, UnsubscribeTokens tokens) {
		this.templates = templates;
		this.tokens = tokens;
	}

	@Override
	public List<Artifact> compose(Composition plan) {
		List<Artifact> mails = new ArrayList<>();
		DkimSeal seal = DkimSeal.of(plan.channel());
		plan.byLanguage().forEach((language, recipients) -> {
			Info info = plan.alert().info(language).orElse(plan.alert().main());
			Wording words = Wording.of(plan.alert(), info);
			MailBody body = body(plan, words, language);
			MailHeaders headers = new MailHeaders(plan, words, fill(plan, "subject.txt", words, language), this.tokens);
			recipients.forEach((recipient) -> mails.add(new Artifact(recipient.id() + ".eml", "message/rfc822",
					language, seal.on(headers.to(recipient, body)), List.of(recipient))));
		});
		return mails;
	}

	/** A mail may be of any length, and each info becomes one. */
	@Override
	public void check(Composition plan) {
	}

	private MailBody body(Composition plan, Wording words, String language) {
		try {
			return MailBody.of(plan.deliveryId(), fill(plan, "text.txt", words, language).strip() + "\n",
					fill(plan, "html.html", words, language));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("mail of " + plan.deliveryId() + ": " + ex.getMessage(), ex);
		}
	}

	private String fill(Composition plan, String template, Wording words, String language) {
		return this.templates.render(plan.channel().folder().resolve("templates").resolve(template),
				Map.of("alert", plan.alert(), "w", words, "language", language, "figures", words.figures(plan.at())));
	}

}
