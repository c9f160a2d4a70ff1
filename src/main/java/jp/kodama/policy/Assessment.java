package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;

/** Weighs what a telegram says for one municipality, kind by kind. */
final class Assessment {

	private final Rules rules;

	private final TelegramRule telegram;

	private final boolean corrected;

	Assessment(Rules rules, TelegramRule telegram, boolean corrected) {
		this.rules = rules;
		this.telegram = telegram;
		this.corrected = corrected;
	}

	/** What is to be done: one part per family of hazards, the strongest first. */
	List<Part> parts(List<Notice> notices) {
		Map<String, Part> byFamily = new LinkedHashMap<>();
		for (Notice notice : notices) {
			if (!notice.kind().none()) {
				for (KindRule rule : rules(notice.kind())) {
					Part part = part(notice.kind(), rule);
					byFamily.merge(part.hazard().family(), part, Precedence::prevailing);
				}
			}
		}
		List<Part> parts = new ArrayList<>(byFamily.values());
		parts.sort(Precedence.STRONGEST);
		return parts;
	}

	/**
	 * The families that the telegram can tell of and does not: it says that nothing is in
	 * force. None, if it says something that the tables do not know. What a rule for the
	 * night keeps from being told is in force all the same.
	 */
	List<Part> quiet(List<Notice> notices) {
		Map<String, Part> byFamily = new LinkedHashMap<>();
		for (KindRule rule : this.rules.kinds(this.telegram.code())) {
			byFamily.putIfAbsent(rule.hazard().family(),
					new Part(rule.hazard(), Verdict.RECORD, MsgType.Cancel, List.of()));
		}
		for (Notice notice : notices) {
			if (notice.kind().none()) {
				continue;
			}
			for (KindRule rule : rules(notice.kind())) {
				if (rule.hazard().equals(this.rules.other())) {
					return List.of();
				}
				boolean over = notice.kind().lifted() || rule.lifts();
				if (!over && this.rules.lifting(rule).alerts()) {
					byFamily.remove(rule.hazard().family());
				}
			}
		}
		parts(notices).stream()
			.filter((part) -> part.verdict().alerts())
			.forEach((part) -> byFamily.remove(part.hazard().family()));
		return List.copyOf(byFamily.values());
	}

	/** What a telegram that withdraws an earlier one leads to, whatever that one said. */
	List<Part> withdrawn() {
		Map<String, Part> byFamily = new LinkedHashMap<>();
		for (KindRule rule : this.rules.kinds(this.telegram.code())) {
			Verdict verdict = this.rules.lifting(rule);
			if (verdict.alerts()) {
				Part part = new Part(rule.hazard(), verdict, MsgType.Cancel, List.of());
				byFamily.merge(rule.hazard().family(), part, Precedence::prevailing);
			}
		}
		List<Part> parts = new ArrayList<>(byFamily.values());
		parts.sort(Precedence.STRONGEST);
		return parts;
	}

	/** What the telegram says, with levels. */
	List<Rated> kinds(List<Notice> notices) {
		return notices.stream()
			.map(Notice::kind)
			.filter((kind) -> !kind.none())
			.map((kind) -> rated(kind, rules(kind).get(0)))
			.distinct()
			.toList();
	}

	private Part part(Kind kind, KindRule now) {
		List<Rated> kinds = List.of(rated(kind, now));
		Optional<KindRule> before = before(kind, now).filter((rule) -> this.rules.lifting(rule).alerts());
		if (kind.lifted() && !now.lifts()) {
			// What an officer let out is lifted without one: see Decision.quiet.
			Verdict verdict = (this.rules.lifting(now) == Verdict.AUTO) ? Verdict.AUTO : Verdict.RECORD;
			return new Part(now.hazard(), verdict, MsgType.Cancel, kinds);
		}
		if (now.lifts()) {
			return new Part(before.orElse(now).hazard(), Verdict.AUTO, MsgType.Cancel, kinds);
		}
		if (!now.verdict().alerts() && before.filter((rule) -> !rule.hazard().equals(now.hazard()))
			.filter((rule) -> this.rules.lifting(rule) == Verdict.AUTO)
			.isPresent()) {
			// Lowered to what nobody is told of: what was aired is over.
			return new Part(before.get().hazard(), Verdict.AUTO, MsgType.Cancel,
					List.of(rated(new Kind(kind.last(), "", "", ""), before.get())));
		}
		boolean known = before.isPresent() || kind.status().equals("継続") || this.corrected;
		return new Part(now.hazard(), now.verdict(), known ? MsgType.Update : MsgType.Alert, kinds);
	}

	/** What a kind means; several rules where one code covers several hazards. */
	private List<KindRule> rules(Kind kind) {
		List<KindRule> found = this.rules.kind(this.telegram.code(), kind);
		return found.isEmpty() ? List.of(KindRule.unlisted(this.telegram, this.rules.other())) : found;
	}

	/** What was in force before, by its code or by 「特別警報から注意報」. */
	private Optional<KindRule> before(Kind kind, KindRule now) {
		if (!kind.last().isEmpty()) {
			return this.rules.kind(this.telegram.code(), kind.last())
				.filter((rule) -> rule.hazard().family().equals(now.hazard().family()) || now.lifts());
		}
		int from = kind.status().indexOf("から");
		if (from < 0) {
			return Optional.empty();
		}
		String word = kind.status().substring(0, from);
		return this.rules.kinds(this.telegram.code())
			.stream()
			.filter((rule) -> rule.hazard().family().equals(now.hazard().family()) && rule.name().endsWith(word))
			.filter((rule) -> rule.name().endsWith("特別警報") == word.equals("特別警報")
					&& rule.name().endsWith("危険警報") == word.equals("危険警報"))
			.findFirst();
	}

	private static Rated rated(Kind kind, KindRule rule) {
		return new Rated(kind.code(), rule.called(kind.name()), rule.level());
	}

}
