package jp.kodama.channel.radio.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.kodama.delivery.Secret;

/**
 * One of the addresses that an operator wrote, apart by blanks:
 * {@code target?option=value&option=value}. Only references to secrets stand in it.
 *
 * @param target what stands before the question mark
 * @param options what stands behind it
 */
record UnitAddress(String target, Map<String, String> options) {

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
