package jp.kodama.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Watches what becomes of an alert and prints one line for each delivery as it is
 * settled.
 */
final class Timeline {

	private static final Duration EVERY = Duration.ofMillis(20);

	private static final Set<String> OPEN = Set.of("QUEUED", "SENDING");

	private final Server server;

	private final PrintWriter out;

	private final Duration patience;

	Timeline(Server server, PrintWriter out, Duration patience) {
		this.server = server;
		this.out = out;
		this.patience = patience;
	}

	/**
	 * Watches until every delivery is settled.
	 * @param identifier the alert
	 * @param entered when it was entered, by the server's clock
	 * @param whose stands before each line
	 * @return whether all were settled in time
	 */
	boolean watch(String identifier, Instant entered, String whose) throws IOException {
		Set<String> printed = new HashSet<>();
		long deadline = System.nanoTime() + this.patience.toNanos();
		while (System.nanoTime() < deadline) {
			JsonNode deliveries = this.server.get("/api/v1/alerts/" + identifier + "/deliveries");
			for (JsonNode delivery : deliveries) {
				if (settled(delivery) && printed.add(delivery.path("id").asString(""))) {
					print(delivery, entered, whose);
				}
			}
			if (!deliveries.isEmpty() && printed.size() == deliveries.size()) {
				return true;
			}
			pause();
		}
		this.out.println("  まだ終わっていない配信があります / some deliveries are still under way: " + identifier);
		return false;
	}

	private void print(JsonNode delivery, Instant entered, String whose) {
		String at = delivery.path("handedOverAt").asString("");
		Instant handedOver = at.isEmpty() ? Instant.now() : Instant.parse(at);
		String evidence = evidence(delivery);
		StringBuilder line = new StringBuilder("  %s%+7d ms  %-10s %s".formatted(whose,
				Duration.between(entered, handedOver).toMillis(), delivery.path("channel").asString(""), evidence));
		String cause = delivery.path("cause").asString("");
		if (!cause.isEmpty()) {
			line.append(" (").append(cause).append(')');
		}
		delivery.path("artifacts").forEach((artifact) -> line.append("  ").append(name(artifact)));
		this.out.println(line);
		this.out.flush();
	}

	/** {@code REHEARSED 4}; the state where nothing is known of anybody. */
	private static String evidence(JsonNode delivery) {
		if (open(delivery)) {
			return "後で再試行 / again later";
		}
		String known = delivery.path("evidence")
			.propertyStream()
			.map((one) -> one.getKey() + " " + one.getValue().asInt())
			.collect(Collectors.joining(", "));
		return known.isEmpty() ? delivery.path("state").asString("") : known;
	}

	private static String name(JsonNode artifact) {
		return artifact.isString() ? artifact.asString("") : artifact.path("name").asString("");
	}

	/** Over, or put off for a reason that should be seen now. */
	private static boolean settled(JsonNode delivery) {
		return !open(delivery) || !delivery.path("cause").asString("").isEmpty();
	}

	private static boolean open(JsonNode delivery) {
		return OPEN.contains(delivery.path("state").asString("QUEUED"));
	}

	private static void pause() throws IOException {
		try {
			TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
