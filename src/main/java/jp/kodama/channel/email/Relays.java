package jp.kodama.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import jakarta.mail.MessagingException;
import jp.kodama.delivery.ChannelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail servers of {@code channels.yaml}, the first before the others: a later one is
 * used while those before it rest, or may not have more connections yet.
 */
final class Relays {

	private static final Logger log = LoggerFactory.getLogger(Relays.class);

	private final List<Relay> relays = new ArrayList<>();

	/**
	 * Reads the settings.
	 * @throws IllegalStateException that says which one is missing
	 */
	Relays(ChannelSettings settings, LongSupplier nanos) {
		for (String address : settings.address().strip().split("\\s+")) {
			this.relays.add(new Relay(settings, address, new RelayHealth(nanos)));
		}
	}

	/** A new connection to the first that gives one. */
	SmtpLine connect() throws MessagingException {
		MessagingException last = new MessagingException("no mail server");
		for (Relay relay : inTurn()) {
			try {
				return relay.connect();
			}
			catch (MessagingException ex) {
				log.warn("{}: {}", relay, ex.getMessage());
				relay.health().failed();
				last = ex;
			}
		}
		throw last;
	}

	/** Whether a connection that is kept should be used, rather than a new one made. */
	boolean keeps(SmtpLine line) {
		Relay relay = line.relay();
		return !relay.health().resting()
				&& this.relays.stream().takeWhile((one) -> one != relay).noneMatch(Relays::hasRoom);
	}

	/** Whether one that does not rest could stand in for a relay. */
	boolean another(Relay than) {
		return this.relays.stream().anyMatch((one) -> one != than && !one.health().resting());
	}

	/** Whether any does not rest. */
	boolean any() {
		return this.relays.stream().anyMatch((one) -> !one.health().resting());
	}

	/** All, as they are configured. */
	List<Relay> all() {
		return this.relays;
	}

	/** What holds for all of them. */
	Relay first() {
		return this.relays.get(0);
	}

	/** Those that may be used; if none will do, the others all the same. */
	private List<Relay> inTurn() {
		List<Relay> inTurn = new ArrayList<>(this.relays.stream().filter(Relays::hasRoom).toList());
		this.relays.stream().filter((one) -> !inTurn.contains(one)).forEach(inTurn::add);
		return inTurn;
	}

	private static boolean hasRoom(Relay relay) {
		return relay.open() < relay.health().allowed();
	}

}
