package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.List;
import java.util.Optional;

import jp.kodama.alert.MsgType;

import org.jspecify.annotations.Nullable;

/**
 * What a message leads to for one municipality, and why.
 *
 * @param verdict the strongest of its parts
 * @param telegram the data code ({@code VTSE41}); empty if the title is unknown
 * @param reason for officers in Japanese, then for engineers in English
 * @param kinds what the telegram says for this municipality, with levels
 * @param areas how the telegram calls the areas that hold this municipality
 * @param parts what is to be done, one per family of hazards, the strongest first; empty
 * unless the verdict is AUTO or HOLD
 * @param quiet the families it could have warned of and does not: what this kind of
 * telegram said of them before is over
 */
public record Decision(Verdict verdict, String telegram, String reason, List<Rated> kinds, List<String> areas,
		List<Part> parts, List<Part> quiet) {

	public Decision {
		kinds = List.copyOf(kinds);
		areas = List.copyOf(areas);
		parts = List.copyOf(parts);
		quiet = List.copyOf(quiet);
	}

	/** A decision that says nothing of what was before. */
	public Decision(Verdict verdict, String telegram, String reason, List<Rated> kinds, List<String> areas,
			List<Part> parts) {
		this(verdict, telegram, reason, kinds, areas, parts, List.of());
	}

	/** A message that cannot be used. */
	public static Decision rejected(String reason) {
		return new Decision(Verdict.REJECT, "", reason, List.of(), List.of(), List.of());
	}

	/** What leads. */
	public Optional<Part> main() {
		return this.parts.stream().findFirst();
	}

	/** Which sound opens the radio broadcast; empty unless it is released at once. */
	public String sound() {
		return (this.verdict == Verdict.AUTO)
				? main().filter((part) -> part.verdict() == Verdict.AUTO).map(Part::sound).orElse("") : "";
	}

	/** The same with another verdict and nothing to do. */
	Decision downTo(Verdict lower, String why) {
		return new Decision(lower, this.telegram, why, this.kinds, this.areas, List.of());
	}

	/** The same, but an officer decides. */
	Decision held(String why, String english) {
		List<Part> held = this.parts.stream()
			.map((part) -> new Part(part.hazard(), Verdict.HOLD, part.msgType(), part.kinds()))
			.toList();
		return new Decision(Verdict.HOLD, this.telegram, why + Reasons.of(this, held.get(0)) + ", " + english,
				this.kinds, this.areas, held);
	}

	/** The same, and of these families it says nothing. */
	Decision silentOf(List<Part> families) {
		return new Decision(this.verdict, this.telegram, this.reason, this.kinds, this.areas, this.parts, families);
	}

	/** The same, explained further. */
	public Decision because(String more) {
		return new Decision(this.verdict, this.telegram, this.reason + more, this.kinds, this.areas, this.parts,
				this.quiet);
	}

	/**
	 * One thing to do.
	 *
	 * @param hazard which
	 * @param verdict AUTO, HOLD or RECORD
	 * @param msgType what the telegram says: new, changed, lifted
	 * @param kinds the kinds that led to it
	 */
	public record Part(Hazard hazard, Verdict verdict, MsgType msgType, List<Rated> kinds) {

		/** Which sound opens the radio broadcast. */
		public String sound() {
			return (this.msgType == MsgType.Cancel) ? this.hazard.soundLifted() : this.hazard.sound();
		}

	}

	/**
	 * A kind as the telegram names it.
	 *
	 * @param code its code, may be empty
	 * @param name its name
	 * @param level 警戒レベル, where the law gives one
	 */
	public record Rated(String code, String name, @Nullable Integer level) {
	}

}
