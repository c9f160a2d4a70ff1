package jp.kodama.intake.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.alert.InvalidAlert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object that knows where it stands, so that a refusal can name the field. */
final class Fields {

	private final String path;

	private final JsonNode node;

	Fields(String path, JsonNode node) {
		this.path = path;
		this.node = node;
		if (!node.isObject()) {
			throw new InvalidAlert(path.isEmpty() ? "body" : path, "JSON オブジェクトではありません", "is not a JSON object");
		}
	}

	/** Refuses what is not known: a mistyped field must not be lost in silence. */
	Fields only(Set<String> known) {
		this.node.propertyNames().forEach((name) -> {
			if (!known.contains(name)) {
				throw new InvalidAlert(at(name), "知らない項目です", "unknown field");
			}
		});
		return this;
	}

	boolean has(String name) {
		return this.node.hasNonNull(name);
	}

	String text(String name) {
		if (!has(name)) {
			throw new InvalidAlert(at(name), "必要な項目がありません", "is missing");
		}
		return text(name, "");
	}

	String text(String name, String otherwise) {
		JsonNode value = this.node.get(name);
		if (value == null || value.isNull()) {
			return otherwise;
		}
		if (value.isContainer()) {
			throw new InvalidAlert(at(name), "文字列ではありません", "is not text");
		}
		return value.asString();
	}

	@Nullable Integer number(String name) {
		if (!has(name)) {
			return null;
		}
		if (!text(name).matches("-?\\d{1,9}")) {
			throw new InvalidAlert(at(name), "整数ではありません: " + text(name), "is not a whole number: " + text(name));
		}
		return Integer.valueOf(text(name));
	}

	boolean flag(String name) {
		return has(name) && Boolean.parseBoolean(text(name));
	}

	OffsetDateTime time(String name) {
		try {
			return OffsetDateTime.parse(text(name));
		}
		catch (DateTimeException ex) {
			throw new InvalidAlert(at(name), "日時（例 2026-05-12T04:05:00+09:00）ではありません: " + text(name),
					"is not a date and time with an offset: " + text(name));
		}
	}

	Duration duration(String name) {
		try {
			return Duration.parse(text(name));
		}
		catch (DateTimeException ex) {
			throw new InvalidAlert(at(name), "長さ（例 PT6H）ではありません: " + text(name),
					"is not an ISO 8601 duration such as PT6H: " + text(name));
		}
	}

	List<String> texts(String name) {
		JsonNode value = array(name);
		return value.valueStream().map((one) -> one.asString("")).toList();
	}

	List<Fields> objects(String name) {
		JsonNode value = array(name);
		List<Fields> objects = new java.util.ArrayList<>();
		for (int i = 0; i < value.size(); i++) {
			objects.add(new Fields(at(name) + "[" + i + "]", value.get(i)));
		}
		return objects;
	}

	/** An object whose every value is an object. */
	Map<String, Fields> map(String name) {
		Map<String, Fields> map = new LinkedHashMap<>();
		if (has(name)) {
			Fields inner = new Fields(at(name), this.node.get(name));
			inner.node.properties()
				.forEach((one) -> map.put(one.getKey(),
						new Fields(inner.path + "[" + one.getKey() + "]", one.getValue())));
		}
		return map;
	}

	/** CAP's value pairs: an object, or a list of {@code {valueName, value}}. */
	List<Map.Entry<String, String>> pairs(String name) {
		JsonNode value = this.node.get(name);
		if (value != null && value.isObject()) {
			Fields inner = new Fields(at(name), value);
			return inner.node.propertyNames().stream().map((key) -> Map.entry(key, inner.text(key))).toList();
		}
		return objects(name).stream().map((one) -> Map.entry(one.text("valueName"), one.text("value"))).toList();
	}

	private JsonNode array(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
			throw new InvalidAlert(at(name), "一覧ではありません", "is not a list");
		}
		return value;
	}

	private String at(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

}
