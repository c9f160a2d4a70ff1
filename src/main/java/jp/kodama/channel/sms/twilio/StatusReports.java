package jp.kodama.channel.sms.twilio;

import java.nio.file.Path;
import java.time.Instant;

import jp.kodama.channel.sms.provider.Codes;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.Lead;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.delivery.LateReport;

import org.springframework.stereotype.Component;

/** Makes evidence of a status, by the tables in the channel's folder. */
@Component
class StatusReports {

	private final Incoming incoming;

	StatusReports(Incoming incoming) {
		this.incoming = incoming;
	}

	void said(ProviderAddress account, Said said) {
		Path folder = account.channel().folder();
		Codes statuses = Codes.read(folder.resolve("twilio-status.csv"));
		Codes errors = Codes.read(folder.resolve(TwilioKind.ERRORS));
		boolean error = !said.error().isEmpty() && !said.error().equals("0");
		String words = "Twilio " + said.status()
				+ (error ? " " + said.error() + ": " + errors.meaning(said.error()) : "");
		this.incoming.report(
				new LateReport(Incoming.CHANNEL, said.sid(), statuses.evidence(said.status()), words, said.at()),
				statuses.last(said.status()));
		if (error && errors.lead(said.error(), Lead.FINAL) == Lead.STOP) {
			this.incoming.stopped(said.to(), words);
		}
	}

	/**
	 * What Twilio said of a message.
	 *
	 * @param sid which
	 * @param status where it stands
	 * @param error its code; empty if there is none
	 * @param to the number it was for
	 * @param at when
	 */
	record Said(String sid, String status, String error, String to, Instant at) {
	}

}
