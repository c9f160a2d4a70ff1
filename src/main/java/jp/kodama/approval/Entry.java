package jp.kodama.approval;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Handling;
import jp.kodama.alert.Status;

/**
 * What an officer or a program gives; the engine adds the rest.
 *
 * @param status meant or drill
 * @param kind the kind of event
 * @param messages the words by short language name; languages left empty are dropped
 * @param districts district names (地区); empty: the whole municipality
 * @param lasts how long the words are true
 * @param handling where it came from
 */
public record Entry(Status status, Kind kind, Map<String, Message> messages, List<String> districts, Duration lasts,
		Handling handling) {

	public Entry {
		Map<String, Message> written = new LinkedHashMap<>(messages);
		written.values().removeIf(Message::empty);
		messages = written;
		districts = List.copyOf(districts);
	}

}
