package jp.kodama.channel.radio.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.kodama.channel.radio.Zone;
import jp.kodama.delivery.Secret;

/**
 * One of the addresses that an operator wrote, apart by blanks:
 * {@code target?option=value&option=value}. Only references to secrets stand in it.
 *
 * @param target what stands before the question mark
 * @param options what stands behind it
 */
record UnitAddress(String target, Map<String, String> options) {

	private static final String ZONE = "{zone}";

	/** All of a channel's. */
	static List<UnitAddress> list(String text) {
		List<UnitAddress> list = new ArrayList<>();
		for (String one : text.strip().split("\\s+")) {
			if (!one.isEmpty()) {
				list.add(parse(one));
			}
		}
		if (list.isEmpty()) {
			throw new IllegalArgumentException("行き先がありません / kodama.channels.radio.address is empty");
		}
		return list;
	}

	/**
	 * All of a channel's for some zones: an address that holds {@code {zone}} stands for
	 * one unit in each, with what {@code config/radio/zones.yaml} has of it: the zone's
	 * {@code address} as target, its {@code dtmf} or its {@code contact}.
	 */
	static List<UnitAddress> list(String text, List<Zone> zones) {
		return list(text).stream()
			.flatMap((one) -> one.asksForZone() ? zones.stream().map(one::in) : Stream.of(one))
			.toList();
	}

	private boolean asksForZone() {
		return this.target.contains(ZONE) || this.options.values().stream().anyMatch((value) -> value.contains(ZONE));
	}

	private UnitAddress in(Zone zone) {
		Map<String, String> own = new LinkedHashMap<>();
		this.options.forEach((name, value) -> own.put(name,
				filled(value, name, zone, name.equals("dtmf") ? zone.dtmf() : zone.contact())));
		return new UnitAddress(filled(this.target, "address", zone, zone.address()), own);
	}

	private static String filled(String text, String name, Zone zone, String value) {
		if (!text.contains(ZONE)) {
			return text;
		}
		if (value.isEmpty()) {
			throw new IllegalArgumentException("区域「" + zone.title() + "」に " + name
					+ " がありません / config/radio/zones.yaml: zone " + zone.id() + " has no " + name);
		}
		return text.replace(ZONE, value);
	}

	private static UnitAddress parse(String text) {
		int mark = text.indexOf('?');
		if (mark < 0) {
			return new UnitAddress(text, Map.of());
		}
		Map<String, String> options = new LinkedHashMap<>();
		for (String option : text.substring(mark + 1).split("&")) {
			int equals = option.indexOf('=');
			if (equals < 1) {
				throw new IllegalArgumentException(
						"名前=値 の形ではありません / not of the form name=value, at: " + text.substring(0, mark));
			}
			String value = option.substring(equals + 1).replace("+", "%2B");
			options.put(option.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
		}
		return new UnitAddress(text.substring(0, mark), options);
	}

	/** What kind it is: {@code sip}, {@code rtp-multicast}, {@code file}, … */
	String scheme() {
		return this.target.split(":", 2)[0];
	}

	/** Refuses what nobody would read: a misspelt option must not be silence. */
	UnitAddress only(Set<String> known) {
		this.options.keySet().stream().filter((name) -> !known.contains(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException(
					this.target + ": 知らない指定です / no such option: " + name + " (" + String.join(", ", known) + ")");
		});
		return this;
	}

	String word(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	int number(String name, int otherwise) {
		String value = word(name, Integer.toString(otherwise));
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(this.target + ": " + name + " は数ではありません / is not a number: " + value,
					ex);
		}
	}

	/** The reference to a secret that an option holds; empty if it is not given. */
	Optional<String> reference(String name) {
		String value = word(name, "");
		if (!value.isEmpty() && !value.startsWith("env:") && !value.startsWith("file:")) {
			throw new IllegalArgumentException(
					this.target + ": " + name + " は env:名前 か file:場所 で指します / must be env:NAME or file:path");
		}
		return Optional.of(value).filter((one) -> !one.isEmpty());
	}

	/** The secret itself, read anew each time; empty if there is none. */
	Optional<String> secret(String name) {
		return reference(name).flatMap(Secret::read);
	}

}
