package jp.kodama.intake.api;

import java.util.List;
import java.util.Map;

import jp.kodama.alert.InvalidAlert;
import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Refusals as RFC 9457 problem details: {@code detail} in Japanese, {@code english}
 * beside it, {@code field} the element at fault, {@code problems} all of them.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

	/** Nothing of that name. */
	static final class NotHere extends RuntimeException {

		NotHere(String identifier) {
			super(identifier);
		}

	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidAlert cause) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Problem.of(cause)));
	}

	@ExceptionHandler
	ProblemDetail refused(Refused cause) {
		boolean person = cause.problems().stream().anyMatch((one) -> one.field().equals("approver"));
		return problem(person ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT, cause.problems());
	}

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException cause) {
		return problem(HttpStatus.BAD_REQUEST,
				List.of(Problem.refusal("body", "JSON として読めません", "cannot be read as JSON")));
	}

	@ExceptionHandler
	ProblemDetail denied(AccessDeniedException cause) {
		return problem(HttpStatus.FORBIDDEN,
				List.of(Problem.refusal("Authorization", "このトークンではできません", String.valueOf(cause.getMessage()))));
	}

	@ExceptionHandler
	ProblemDetail absent(NotHere cause) {
		return problem(HttpStatus.NOT_FOUND, List.of(Problem.refusal("identifier",
				"その番号の発報はありません: " + cause.getMessage(), "no alert of this identifier: " + cause.getMessage())));
	}

	private static ProblemDetail problem(HttpStatus status, List<Problem> problems) {
		Problem first = problems.get(0);
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, first.japanese());
		detail.setTitle(first.field() + ": " + first.english());
		detail.setProperties(Map.of("field", first.field(), "english", first.english(), "problems", problems));
		return detail;
	}

}
