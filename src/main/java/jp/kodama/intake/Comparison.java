package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.PolicyDiff.Turn;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.policy.town.TimeWindow;

/**
 * Which messages two policies of a municipality would decide differently, at whatever
 * hour they came.
 */
public final class Comparison {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final Policy active;

	private final Policy proposed;

	private final MessageReader reader;

	/** Compares these. */
	public Comparison(Policy active, Policy proposed, MessageReader reader) {
		this.reader = reader;
		this.active = active;
		this.proposed = proposed;
	}

	/**
	 * Decides each file twice.
	 * @param paths files, and folders whose XML files are meant, with all below
	 * @throws IOException if a path cannot be read
	 */
	public Result of(List<Path> paths) throws IOException {
		int read = 0;
		List<String> unreadable = new ArrayList<>();
		List<Redecided> redecided = new ArrayList<>();
		for (Path file : files(paths)) {
			try {
				Bulletin bulletin = this.reader.read(Files.readAllBytes(file));
				read++;
				List<Turn> turns = turns(bulletin);
				if (!turns.isEmpty()) {
					redecided.add(new Redecided(String.valueOf(file.getFileName()), bulletin.origin().title(), turns));
				}
			}
			catch (Unreadable ex) {
				unreadable.add(file + ": " + ex.getMessage());
			}
		}
		return new Result(read, unreadable, redecided);
	}

	private List<Turn> turns(Bulletin bulletin) {
		Map<Turn, List<TimeWindow>> when = new LinkedHashMap<>();
		for (TimeWindow part : TimeWindow.parts(this.active.town(), this.proposed.town())) {
			Bulletin then = at(bulletin, part.from());
			Decision before = this.active.decide(then, then.issue().reported());
			Decision after = this.proposed.decide(then, then.issue().reported());
			for (Turn turn : turns(before, after)) {
				when.computeIfAbsent(turn, (key) -> new ArrayList<>()).add(part);
			}
		}
		return when.entrySet()
			.stream()
			.map((entry) -> new Turn(entry.getKey().name(), entry.getKey().english(), entry.getKey().before(),
					entry.getKey().after(), TimeWindow.joined(entry.getValue())))
			.toList();
	}

	private static List<Turn> turns(Decision before, Decision after) {
		Map<String, Decision.Part> parts = new LinkedHashMap<>();
		Stream.of(before, after)
			.flatMap((decision) -> decision.parts().stream())
			.forEach((part) -> parts.putIfAbsent(part.hazard().family(), part));
		List<Turn> turns = parts.values()
			.stream()
			.map((part) -> new Turn(name(part), part.hazard().words("event", "en", part.hazard().id()),
					verdict(before, part), verdict(after, part), List.of()))
			.filter((turn) -> turn.before() != turn.after())
			.toList();
		return (turns.isEmpty() && before.verdict() != after.verdict())
				? List.of(new Turn("", "", before.verdict(), after.verdict(), List.of())) : turns;
	}

	private static Verdict verdict(Decision decision, Decision.Part part) {
		return decision.parts()
			.stream()
			.filter((one) -> one.hazard().family().equals(part.hazard().family()))
			.map(Decision.Part::verdict)
			.findFirst()
			.orElse(decision.verdict().alerts() ? Verdict.RECORD : decision.verdict());
	}

	private static String name(Decision.Part part) {
		return part.kinds().isEmpty() ? part.hazard().words("event", "ja", part.hazard().id())
				: part.kinds().get(0).name();
	}

	/** The same message, issued at another hour of its day. */
	private static Bulletin at(Bulletin bulletin, LocalTime time) {
		Bulletin.Issue issue = bulletin.issue();
		OffsetDateTime reported = issue.reported()
			.atZoneSameInstant(JAPAN)
			.toLocalDate()
			.atTime(time)
			.atZone(JAPAN)
			.toOffsetDateTime();
		return new Bulletin(bulletin.origin(),
				new Bulletin.Issue(issue.status(), issue.msgType(), issue.event(), issue.serial(), reported),
				bulletin.headline(), bulletin.notices(), bulletin.cap(), bulletin.flaw());
	}

	private static List<Path> files(List<Path> paths) throws IOException {
		List<Path> files = new ArrayList<>();
		for (Path path : paths) {
			if (!Files.isDirectory(path)) {
				files.add(path);
				continue;
			}
			try (Stream<Path> all = Files.walk(path)) {
				all.filter((file) -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
			}
		}
		return files;
	}

	/**
	 * What came of it.
	 *
	 * @param read how many messages were decided
	 * @param unreadable the others, with why
	 * @param redecided those that would be decided differently
	 */
	public record Result(int read, List<String> unreadable, List<Redecided> redecided) {
	}

	/**
	 * A message that would be decided differently.
	 *
	 * @param file its name
	 * @param title what kind of telegram it is
	 * @param turns how
	 */
	public record Redecided(String file, String title, List<Turn> turns) {
	}

}
