package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jp.kodama.alert.MsgType;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.jspecify.annotations.Nullable;

/** Says what would happen with a file, from the file and the policy alone. */
public final class Explainer {

	private final Policy policy;

	private final Function<Verdict, List<String>> channels;

	private final MessageReader reader;

	/**
	 * Explains for one municipality.
	 * @param policy the municipality's
	 * @param channels the ids of the channels that take part in what a verdict leads to
	 * @param reader of this installation
	 */
	public Explainer(Policy policy, Function<Verdict, List<String>> channels, MessageReader reader) {
		this.policy = policy;
		this.channels = channels;
		this.reader = reader;
	}

	/**
	 * Explains a file. One that cannot be used is explained as REJECT.
	 * @param at when it was received; null: at the time it carries
	 * @throws IOException if the file cannot be read at all
	 */
	public Explanation explain(Path file, @Nullable OffsetDateTime at) throws IOException {
		return explain(file.toString(), Files.readAllBytes(file), at);
	}

	/**
	 * The same for bytes. Of several messages in one envelope, the strongest is
	 * explained.
	 */
	public Explanation explain(String name, byte[] bytes, @Nullable OffsetDateTime at) {
		List<Explanation> all = Bulletins.opened(bytes).stream().map((one) -> one(name, one, at)).toList();
		Explanation strongest = Collections.max(all, Comparator.comparing((one) -> one.decision().verdict()));
		return (all.size() == 1) ? strongest : strongest.among(all.size());
	}

	private Explanation one(String name, byte[] bytes, @Nullable OffsetDateTime at) {
		try {
			Bulletin bulletin = this.reader.read(bytes);
			return explain(name, bulletin,
					this.policy.decide(bulletin, (at != null) ? at : bulletin.issue().reported()));
		}
		catch (Unreadable ex) {
			return new Explanation(name, null, Decision.rejected(String.valueOf(ex.getMessage())),
					new Explanation.Said("", ""), List.of());
		}
	}

	private Explanation explain(String name, Bulletin bulletin, Decision decision) {
		Phrases phrases = new Phrases(this.policy, bulletin, decision, beside(decision));
		String headline = decision.main()
			.filter((part) -> !part.kinds().isEmpty())
			.map((part) -> phrases.headline(part, part.msgType(), "ja"))
			.orElse(bulletin.headline());
		String sound = decision.sound();
		Explanation.Said said = new Explanation.Said((sound + " " + this.policy.sound(sound)).strip(), headline);
		return new Explanation(name, bulletin, decision, said, this.channels.apply(decision.verdict()));
	}

	/** What is told in one breath with what leads: the same incident, as strong. */
	private static List<Decision.Part> beside(Decision decision) {
		return decision.main()
			.map((main) -> decision.parts()
				.stream()
				.skip(1)
				.filter((part) -> part.hazard().incident().equals(main.hazard().incident()))
				.filter((part) -> part.verdict() == main.verdict() && part.msgType() != MsgType.Cancel
						&& main.msgType() != MsgType.Cancel)
				.toList())
			.orElse(List.of());
	}

}
