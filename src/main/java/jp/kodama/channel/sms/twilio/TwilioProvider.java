package jp.kodama.channel.sms.twilio;

import java.net.ConnectException;
import java.net.UnknownHostException;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import jp.kodama.channel.sms.provider.Answer;
import jp.kodama.channel.sms.provider.Codes;
import jp.kodama.channel.sms.provider.Lead;
import jp.kodama.channel.sms.provider.Provider;
import jp.kodama.channel.sms.provider.Text;
import org.jspecify.annotations.Nullable;

/** Twilio's Messages resource. */
final class TwilioProvider implements Provider {

	private final TwilioAccount account;

	private final Codes errors;

	TwilioProvider(TwilioAccount account, Codes errors) {
		this.account = account;
		this.errors = errors;
	}

	@Override
	public Answer send(Text text) {
		try {
			Message message = this.account.post(text.to(), text.words());
			return Answer.taken(message.getSid(), "" + message.getStatus());
		}
		catch (Busy ex) {
			return Answer.not(ex.tooFast() ? Lead.BUSY : Lead.RETRY, "" + ex.getMessage(), ex.after());
		}
		catch (ApiException ex) {
			return (ex.getStatusCode() != null) ? refused(ex, ex.getStatusCode()) : unanswered(ex);
		}
		catch (RuntimeException ex) {
			return unanswered(ex);
		}
	}

	private Answer refused(ApiException refusal, int status) {
		Integer code = refusal.getCode();
		String words = "Twilio " + ((code != null) ? code : "HTTP " + status) + ": " + refusal.getMessage();
		if (code == null || status == 401 || status == 403) {
			return Answer.not(Lead.ALARM, words);
		}
		return Answer.not(this.errors.lead(code.toString(), Lead.FINAL), words);
	}

	/** Whether our bytes left at all makes the difference between no and perhaps. */
	private static Answer unanswered(RuntimeException failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
				return Answer.not(Lead.RETRY, "Twilio: " + failure.getMessage());
			}
		}
		return Answer.not(Lead.SILENT, "Twilio: " + failure.getMessage());
	}

	@Override
	public void close() {
		this.account.close();
	}

}
