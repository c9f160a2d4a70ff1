package jp.kodama.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import jp.kodama.alert.AlertJournal;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Decision;
import org.apache.camel.ProducerTemplate;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plays a telegram as if it were issued now, into rehearsal only. */
@RestController
class ReplayApi {

	private final Entrance entrance;

	private final MessageReader reader;

	private final ProducerTemplate routes;

	private final AlertJournal journal;

	private final Clock clock;

	ReplayApi(Entrance entrance, MessageReader reader, AlertJournal journal, ProducerTemplate routes, Clock clock) {
		this.reader = reader;
		this.entrance = entrance;
		this.journal = journal;
		this.routes = routes;
		this.clock = clock;
	}

	/**
	 * Plays one.
	 * @param telegram its bytes, in the encoding it declares
	 * @param name its file's name
	 * @param run ties the telegrams of one replay together
	 * @return {@code decision}, {@code reason}, {@code entered} (when), {@code released}
	 * and {@code held} (identifiers of alerts), {@code notes} (why there are none),
	 * {@code headlines} (of each alert, by its identifier)
	 */
	@PostMapping(path = "/api/v1/replay",
			consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE,
					MediaType.APPLICATION_OCTET_STREAM_VALUE })
	@Operation(summary = "Plays a telegram as if issued now, into rehearsal sinks only")
	Map<String, Object> replay(@RequestBody byte[] telegram, @RequestParam(defaultValue = "telegram.xml") String name,
			@RequestParam(defaultValue = "") String run) throws Unreadable {
		long entered = this.clock.millis();
		Taken taken = play(name, telegram, run.isBlank() ? "replay-" + Long.toString(entered, 36) : run);
		this.routes.asyncSendBody("direct:replayed", List.copyOf(taken.released()));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("decision", taken.decision().verdict());
		answer.put("reason", taken.decision().reason());
		answer.put("entered", java.time.Instant.ofEpochMilli(entered).toString());
		answer.put("released", taken.released());
		answer.put("held", taken.held());
		answer.put("notes", taken.notes());
		answer.put("headlines",
				Stream.concat(taken.released().stream(), taken.held().stream())
					.flatMap((one) -> this.journal.find(one).stream())
					.collect(Collectors.toMap((entry) -> entry.alert().identifier(),
							(entry) -> entry.alert().main().text().headline())));
		return answer;
	}

	/**
	 * Of several in one envelope each is played, in their order; one that cannot be read
	 * is told of in the notes.
	 */
	private Taken play(String name, byte[] telegram, String run) throws Unreadable {
		try {
			return this.entrance.replay(name, telegram, this.reader.read(telegram), run);
		}
		catch (Bulletins.Several ex) {
			List<Taken> all = new ArrayList<>();
			for (byte[] message : ex.messages()) {
				String part = (all.size() + 1) + "-" + name;
				try {
					all.add(play(part, message, run));
				}
				catch (Unreadable one) {
					String why = String.valueOf(one.getMessage());
					all.add(new Taken(Decision.rejected(why), List.of(), List.of(), List.of(part + ": " + why)));
				}
			}
			if (all.stream().allMatch(Taken::refused)) {
				throw ex;
			}
			return Taken.together(all);
		}
	}

	@ExceptionHandler
	ProblemDetail unreadable(Unreadable cause) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(cause.getMessage()));
	}

}
