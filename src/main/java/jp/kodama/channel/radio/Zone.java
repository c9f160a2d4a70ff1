package jp.kodama.channel.radio;

import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A zone (放送区域) of the disaster radio, a row of {@code config/radio/zones.yaml}.
 *
 * @param id as {@code broadcast.json} names it
 * @param title as officers read it
 * @param whole whether it covers every district
 * @param districts those it covers; one for a district, several for a group
 * @param dtmf what a remote-control unit dials for it; empty if nothing
 * @param contact the contact that is closed for it; empty if none
 * @param address where a paging wire sends it, {@code host:port}; empty for the wire's
 * own
 * @param battery broadcasts its speakers can still make on batteries alone; 0 if unknown
 */
public record Zone(String id, String title, @DefaultValue("false") boolean whole, @DefaultValue List<String> districts,
		@DefaultValue("") String dtmf, @DefaultValue("") String contact, @DefaultValue("") String address,
		@DefaultValue("0") int battery) {

	/** What a municipality has that configured none. */
	static final Zone EVERYWHERE = new Zone("all", "全域", true, List.of(), "", "", "", 0);

	public Zone {
		districts = List.copyOf(districts);
		if (whole == !districts.isEmpty()) {
			throw new IllegalArgumentException(id + ": a zone has either whole: true or districts");
		}
		if (!dtmf.matches("[0-9A-D*#]*")) {
			throw new IllegalArgumentException(id + ": dtmf may hold 0-9, A-D, * and #: " + dtmf);
		}
	}

	/** Whether a broadcast in this zone is heard in another. */
	boolean reaches(Zone other) {
		return this.whole || other.districts.stream().anyMatch(this.districts::contains);
	}

}
