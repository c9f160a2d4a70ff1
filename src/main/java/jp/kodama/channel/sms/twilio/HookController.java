package jp.kodama.channel.sms.twilio;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.ProviderAddress;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what Twilio tells, if Twilio signed it; otherwise 403. */
@RestController
class HookController {

	private final Signature signature;

	private final StatusReports reports;

	private final Incoming incoming;

	private final Clock clock;

	HookController(Signature signature, StatusReports reports, Incoming incoming, Clock clock) {
		this.signature = signature;
		this.reports = reports;
		this.incoming = incoming;
		this.clock = clock;
	}

	/** What became of a message: 204, also when it was told before. */
	@PostMapping("/hooks/twilio/status")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void status(HttpServletRequest request) {
		Map<String, String> fields = Signature.fields(request);
		ProviderAddress account = this.signature.check(request, Hook.STATUS, fields);
		this.reports.said(account, new StatusReports.Said(field(fields, "MessageSid"), field(fields, "MessageStatus"),
				field(fields, "ErrorCode"), field(fields, "To"), this.clock.instant()));
	}

	/** What somebody answered: 200 and no words back. */
	@PostMapping(path = "/hooks/twilio/reply", produces = MediaType.TEXT_XML_VALUE)
	String reply(HttpServletRequest request) {
		Map<String, String> fields = Signature.fields(request);
		ProviderAddress account = this.signature.check(request, Hook.REPLY, fields);
		Instant now = this.clock.instant();
		this.incoming.reply(new Incoming.Reply(field(fields, "MessageSid"), account.name(), field(fields, "From"),
				field(fields, "Body"), now));
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
	}

	private static String field(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "");
	}

}
