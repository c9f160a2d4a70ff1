package jp.kodama.audience.residents;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resident as the store has them.
 *
 * @param id never changes
 * @param resident without those addresses that are no longer theirs
 * @param rows every address they ever had here
 */
public record Known(long id, Resident resident, List<Address> rows) {

	public Known {
		rows = List.copyOf(rows);
		Map<String, List<String>> addresses = new HashMap<>(rows.stream()
			.filter((one) -> !one.gone())
			.collect(Collectors.groupingBy(Address::channel,
					Collectors.mapping(Address::address, Collectors.toList()))));
		resident = new Resident(resident.number(), resident.name(), resident.language(), resident.home(),
				resident.consent(), resident.quiet(), addresses);
	}

	Known in(String group) {
		Resident.Home home = new Resident.Home(this.resident.home().district(),
				Stream.concat(this.resident.home().groups().stream(), Stream.of(group)).toList());
		return new Known(this.id, new Resident(this.resident.number(), this.resident.name(), this.resident.language(),
				home, this.resident.consent(), this.resident.quiet(), Map.of()), this.rows);
	}

	Known at(Address address) {
		return new Known(this.id, this.resident, Stream.concat(this.rows.stream(), Stream.of(address)).toList());
	}

	/**
	 * One of their addresses.
	 *
	 * @param recipient its number in deliveries and receipts
	 * @param channel the channel's id
	 * @param address in its own form; empty once erased
	 * @param reachable whether alerts are sent there
	 * @param gone whether it is no longer theirs
	 * @param since since when it is
	 * @param refused why it is suppressed; empty if it is not
	 */
	public record Address(long recipient, String channel, String address, boolean reachable, boolean gone,
			Instant since, String refused) {

		/** Enough to know it by. */
		public String masked() {
			return ContactChannel.masked(this.address);
		}

	}

}
