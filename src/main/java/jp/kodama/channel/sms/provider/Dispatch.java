package jp.kodama.channel.sms.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Chooses the provider of each text: those for its number, the longest prefix first, then
 * as configured; those that are well before those that are not. What one does not take is
 * given to the next.
 */
public final class Dispatch implements AutoCloseable {

	private final List<Crew> crews;

	public Dispatch(List<Crew> crews) {
		this.crews = List.copyOf(crews);
	}

	/** All providers, the preferred first. */
	public List<Crew> crews() {
		return this.crews;
	}

	/**
	 * Sends a text by whoever takes it. Never fails: an answer tells.
	 * @param wanted asked when it is its turn: whether it is to be sent still
	 */
	public CompletableFuture<Sent> send(Text text, BooleanSupplier wanted) {
		List<Crew> ways = ways(text.to());
		if (ways.isEmpty()) {
			return CompletableFuture.completedFuture(new Sent("", Answer.not(Lead.ALARM,
					text.to() + ": この番号を扱う事業者がありません / no provider is configured for this number")));
		}
		return by(text, wanted, ways, 0);
	}

	private CompletableFuture<Sent> by(Text text, BooleanSupplier wanted, List<Crew> ways, int place) {
		Crew crew = ways.get(place);
		return crew.send(text, wanted).thenCompose((answer) -> {
			boolean further = place + 1 < ways.size() && passedOn(answer.lead(), text);
			return further ? by(text, wanted, ways, place + 1)
					: CompletableFuture.completedFuture(new Sent(crew.address().name(), answer));
		});
	}

	/**
	 * Whether another provider may have it. In doubt only what is urgent: twice is better
	 * than never, for that.
	 */
	private static boolean passedOn(Lead lead, Text text) {
		return switch (lead) {
			case TAKEN, FINAL, STOP -> false;
			case NEXT, RETRY, BUSY, ALARM -> true;
			case SILENT -> text.urgent();
		};
	}

	private List<Crew> ways(String number) {
		List<Crew> well = new ArrayList<>();
		List<Crew> unwell = new ArrayList<>();
		this.crews.stream()
			.filter((crew) -> fit(crew, number) >= 0)
			.sorted(Comparator.comparingInt((Crew crew) -> -fit(crew, number)))
			.forEach((crew) -> ((crew.health().admits()) ? well : unwell).add(crew));
		well.addAll(unwell);
		return well;
	}

	/** How many digits of the number its prefix knows; -1 if it is not for it. */
	private static int fit(Crew crew, String number) {
		List<String> prefixes = crew.address().prefixes();
		return prefixes.isEmpty() ? 0
				: prefixes.stream().filter(number::startsWith).mapToInt(String::length).max().orElse(-1);
	}

	@Override
	public void close() {
		this.crews.forEach(Crew::close);
	}

	/**
	 * What became of a text.
	 *
	 * @param provider by whom
	 * @param answer what that one said
	 */
	public record Sent(String provider, Answer answer) {
	}

}
