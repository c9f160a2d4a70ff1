package jp.kodama.intake.http;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jp.kodama.accounts.IntakeTokens;
import jp.kodama.intake.Letter;
import jp.kodama.intake.Reception;
import jp.kodama.intake.Taken;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.intake.source.Sources;
import jp.kodama.policy.verdict.Verdict;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what others push. 202: it is on disk, with what was decided; 4xx: refused, and
 * why; 503: not kept, bring it again.
 */
@RestController
class IntakeHook {

	/** The kinds of source whose route begins at {@code direct:source-<id>}. */
	static final Set<String> KINDS = Set.of("http", "contact-http");

	private static final Logger log = LoggerFactory.getLogger(IntakeHook.class);

	private final Sources sources;

	private final IntakeTokens tokens;

	private final Reception reception;

	private final ProducerTemplate routes;

	IntakeHook(Sources sources, IntakeTokens tokens, Reception reception, ProducerTemplate routes) {
		this.sources = sources;
		this.tokens = tokens;
		this.reception = reception;
		this.routes = routes;
	}

	@PostMapping("/hooks/intake/{id}")
	@Operation(summary = "Takes a telegram or CAP file of a source, in the encoding that it declares")
	ResponseEntity<Object> push(@PathVariable String id, @RequestParam(defaultValue = "telegram.xml") String name,
			HttpServletRequest request, Principal caller) {
		if (!this.tokens.mayBring(caller.getName(), id)) {
			return problem(HttpStatus.FORBIDDEN, "このトークンではできません", "the token is of another source");
		}
		if (KINDS.stream().noneMatch((kind) -> this.sources.has(id, kind))) {
			return problem(HttpStatus.NOT_FOUND, "その受信源はありません: " + id, "no such source: " + id);
		}
		SourceSettings source = this.sources.get(id);
		Body body = Body.read(request, source.bytes("max-size"));
		Letter letter = this.reception.named(id, name, body.bytes());
		try {
			Taken taken = this.routes.requestBody("direct:source-" + id + "?block=false",
					(body.fault() != null) ? letter.spoiled(body.fault()) : letter, Taken.class);
			return answer(taken, body);
		}
		catch (CamelExecutionException ex) {
			log.error("{} could not be kept", letter.name(), ex);
			return problem(HttpStatus.SERVICE_UNAVAILABLE, "保存できませんでした。もう一度送ってください", "not kept, bring it again");
		}
	}

	private static ResponseEntity<Object> answer(Taken taken, Body body) {
		if (taken.decision().verdict() == Verdict.REJECT) {
			HttpStatus status = (body.fault() != null) ? HttpStatus.valueOf(body.status())
					: HttpStatus.UNPROCESSABLE_CONTENT;
			return ResponseEntity.status(status)
				.body(ProblemDetail.forStatusAndDetail(status, taken.decision().reason()));
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("decision", taken.decision().verdict());
		answer.put("reason", taken.decision().reason());
		answer.put("released", taken.released());
		answer.put("held", taken.held());
		answer.put("notes", taken.notes());
		return ResponseEntity.accepted().body(answer);
	}

	private static ResponseEntity<Object> problem(HttpStatus status, String japanese, String english) {
		return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, japanese + " / " + english));
	}

}
