package jp.kodama.channel.line;

import java.io.IOException;

import com.linecorp.bot.parser.WebhookParseException;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.CallbackRequest;
import com.linecorp.bot.webhook.model.Event;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where LINE tells what people did. 200: all of it is on disk; 403: not signed with our
 * channel secret; 400, 413: cannot be read; 404: no channel secret is configured.
 * Anything else: LINE tells it again.
 */
@RestController
class LineHook {

	/** Far more than LINE ever sends at once. */
	private static final int MOST = 1024 * 1024;

	private final LineAccount account;

	private final LineTalk talk;

	LineHook(LineAccount account, LineTalk talk) {
		this.account = account;
		this.talk = talk;
	}

	@PostMapping("/hooks/line")
	@Operation(summary = "Takes what LINE's platform tells, signed by X-Line-Signature")
	ResponseEntity<Object> take(
			@RequestHeader(name = WebhookParser.SIGNATURE_HEADER_NAME, defaultValue = "") String signature,
			HttpServletRequest request) throws IOException {
		WebhookParser parser = this.account.parser().orElse(null);
		if (parser == null) {
			return problem(HttpStatus.NOT_FOUND, "limits.webhook-secret がありません", "limits.webhook-secret is not set");
		}
		byte[] body = request.getInputStream().readNBytes(MOST + 1);
		if (body.length > MOST) {
			return problem(HttpStatus.CONTENT_TOO_LARGE, "大きすぎます", "larger than " + MOST + " bytes");
		}
		CallbackRequest told;
		try {
			told = parser.handle(signature, body);
		}
		catch (WebhookParseException ex) {
			return problem(HttpStatus.FORBIDDEN, "署名が違います", "the signature is not ours");
		}
		catch (IOException ex) {
			return problem(HttpStatus.BAD_REQUEST, "読めません", "cannot be read");
		}
		for (Event event : told.events()) {
			this.talk.take(event);
		}
		return ResponseEntity.ok().build();
	}

	private static ResponseEntity<Object> problem(HttpStatus status, String japanese, String english) {
		return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, japanese + " / " + english));
	}

}
